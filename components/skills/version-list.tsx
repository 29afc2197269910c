import { Ago } from "./ago";
import { excerpt } from "./excerpt";

type Props = {
  slug: string;
  versions: { version: string; createdAt: Date; changelog: string; state: "published" | "yanked" }[];
  versionCount: number;
  latestVersion: string;
  shown: string;
};

/** The newest versions, and the way to the others. */
export function VersionList({ slug, versions, versionCount, latestVersion, shown }: Props) {
  return (
    <>
      <ol className="version-list">
        {versions.map(({ version, createdAt, changelog, state }) => (
          <li key={version}>
            <a
              href={versionHref(slug, version, latestVersion)}
              {...(version === shown && { "aria-current": "true" as const })}
            >
              {version}
            </a>{" "}
            <Ago date={createdAt} />
            {state === "yanked" && " · withdrawn"}
            {changelog && <p>{excerpt(changelog, 110)}</p>}
          </li>
        ))}
      </ol>
      {versionCount > versions.length && (
        <a className="link text-sm" href={`/skills/${slug}/versions`}>
          All {versionCount} versions
        </a>
      )}
    </>
  );
}

/** A version's page; the latest one's is the skill's own. */
export function versionHref(slug: string, version: string, latestVersion: string): string {
  return version === latestVersion ? `/skills/${slug}` : `/skills/${slug}?version=${encodeURIComponent(version)}`;
}
