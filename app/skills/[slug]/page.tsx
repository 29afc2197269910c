import { redirect } from "next/navigation";
import { fileHref } from "@/components/skills/file-href";
import { InstallPanel } from "@/components/skills/install-panel";
import { SkillAside } from "@/components/skills/skill-aside";
import { SkillDocument } from "@/components/skills/skill-document";
import { SkillHead } from "@/components/skills/skill-head";
import { SkillManage } from "@/components/skills/skill-manage";
import { SkillNotices } from "@/components/skills/skill-notices";
import { pageTitle } from "../../page-title";
import { archiveSkillAction, restoreSkillAction } from "../actions";
import { oneOf, type Query } from "../query";
import { recordCopyAction } from "../record-copy";
import { requireSkill } from "./find-skill";
import { openOrigin } from "./open-origin";
import { Ratings } from "./ratings";

type Props = { params: Promise<{ slug: string }>; searchParams: Query };

/** A skill: what it is, how to install it, its document, what people say of it. */
export default async function SkillPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const { skill, hall, member } = await requireSkill(slug, oneOf(query.version), oneOf(query.ratings));
  const { version, latestVersion } = skill;
  const olderVersion = version.version === latestVersion ? null : version.version;
  const file = oneOf(query.file);
  if (file) redirect(fileHref(slug, file, olderVersion));
  const isWhole = query.document === "whole" || version.previewHtml === null;
  return (
    <article>
      <title>{pageTitle(skill.name, hall)}</title>
      <meta name="description" content={skill.description.slice(0, 200)} />
      <SkillHead skill={skill} />
      <div className="skill-page">
        <div className="skill-main">
          <SkillNotices slug={slug} status={skill.status} shown={version} latestVersion={latestVersion} />
          <InstallPanel
            slug={slug}
            version={version.version}
            digest={version.digest}
            archiveSize={version.archiveSize}
            openAt={await openOrigin(hall)}
            onCopied={member ? recordCopyAction.bind(null, slug, version.version) : undefined}
          />
          <SkillDocument
            slug={slug}
            html={isWhole ? version.html : (version.previewHtml ?? "")}
            olderVersion={olderVersion}
            wholeHref={isWhole ? null : `?${olderVersion ? `version=${olderVersion}&` : ""}document=whole#document`}
          />
          <Ratings skill={skill} member={member} cursor={oneOf(query.ratings)} />
        </div>
        <SkillAside skill={skill} olderVersion={olderVersion} allFiles={query.files === "all"}>
          {skill.mayChange && (
            <SkillManage
              slug={slug}
              name={skill.name}
              archived={skill.status === "archived"}
              archive={archiveSkillAction}
              restore={restoreSkillAction}
            />
          )}
        </SkillAside>
      </div>
    </article>
  );
}
