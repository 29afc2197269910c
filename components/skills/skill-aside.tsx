import type { ReactNode } from "react";
import { SimilarSkills } from "../search/similar-skills";
import { FileTree } from "./file-tree";
import { FindingsList, type ShownFinding } from "./findings-list";
import { SkillFacts } from "./skill-facts";
import { VersionList } from "./version-list";

type Props = {
  skill: {
    slug: string;
    name: string;
    useCount: number;
    latestVersion: string;
    minutesSavedMean: number | null;
    version: Parameters<typeof SkillFacts>[0]["version"] & {
      version: string;
      fileCount: number;
      findings: ShownFinding[];
    };
    files: { path: string; size: number }[];
    versions: Parameters<typeof VersionList>[0]["versions"];
    versionCount: number;
  };
  olderVersion: string | null;
  /** Shows all files, however many. */
  allFiles: boolean;
  /** What may be done with the skill. */
  children?: ReactNode;
};

/** What stands beside a skill's document: its files, versions and facts. */
export function SkillAside({ skill, olderVersion, allFiles, children }: Props) {
  const { slug, version, files, versions, versionCount, latestVersion } = skill;
  return (
    <aside className="skill-aside" aria-label="About this skill">
      {children}
      <section id="files">
        <h2>{files.length === 1 ? "1 file" : `${files.length} files`}</h2>
        <FileTree slug={slug} files={files} version={olderVersion} all={allFiles} />
      </section>
      <section>
        <h2>Versions</h2>
        <VersionList
          slug={slug}
          versions={versions}
          versionCount={versionCount}
          latestVersion={latestVersion}
          shown={version.version}
        />
      </section>
      <section>
        <h2>About</h2>
        <SkillFacts version={version} minutesSavedMean={skill.minutesSavedMean} useCount={skill.useCount} />
      </section>
      {version.findings.length > 0 && (
        <details>
          <summary>
            {version.findings.length === 1 ? "1 remark" : `${version.findings.length} remarks`} of the check
          </summary>
          <FindingsList findings={version.findings} limit={8} />
        </details>
      )}
      <section aria-labelledby="similar">
        <h2 id="similar">Similar skills</h2>
        <SimilarSkills
          key={slug}
          slug={slug}
          search={
            <a className="link" href={`/skills?q=${encodeURIComponent(skill.name)}`}>
              Search for skills like this
            </a>
          }
        />
      </section>
    </aside>
  );
}
