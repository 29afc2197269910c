import { notFound } from "next/navigation";
import { PublishForm } from "@/components/publish/publish-form";
import { PageHeader } from "@/components/ui/navigation/page-header";
import { decodeText } from "@/lib/package/file";
import { findEditableSkill } from "@/lib/services/edit";
import { findSkillFile } from "@/lib/services/files";
import { requireMember } from "@/lib/tenant";
import { pageTitle } from "../../../../page-title";

/** Publishes the next version of a skill. */
export default async function NewVersionPage({ params }: { params: Promise<{ slug: string }> }) {
  const { ctx, hall, member } = await requireMember("member");
  const { slug } = await params;
  const skill = await findEditableSkill(ctx, slug);
  if (!skill) notFound();
  const file = await findSkillFile(ctx, { slug, path: "SKILL.md", viewerId: member.id });
  return (
    <>
      <title>{pageTitle(`Publish a new version of ${skill.name}`, hall)}</title>
      <PageHeader
        title={`Publish a new version of ${skill.name}`}
        description={`The latest is ${skill.latestVersion}. It stays as it is, and can still be installed.`}
        breadcrumbs={[
          { label: "Skills", href: "/skills" },
          { label: skill.name, href: `/skills/${slug}` },
          { label: "New version" },
        ]}
      />
      <PublishForm categories={hall.categories} skill={{ slug, skillMd: file && decodeText(file.bytes) }} />
    </>
  );
}
