import Link from "next/link";
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
            <Link
              href={versionHref(slug, version, latestVersion)}
              prefetch={false}
              {...(version === shown && { "aria-current": "true" as const })}
            >
              {version}
            </Link>{" "}
            <Ago date={createdAt} />
            {state === "yanked" && " · withdrawn"}
            {changelog && <p>{excerpt(changelog, 110)}</p>}
          </li>
        ))}
      </ol>
      {versionCount > versions.length && (
        <Link className="link text-sm" href={`/skills/${slug}/versions`} prefetch={false}>
          All {versionCount} versions
        </Link>
      )}
    </>
  );
}

/** A version's page; the latest one's is the skill's own. */
export function versionHref(slug: string, version: string, latestVersion: string): string {
  return version === latestVersion ? `/skills/${slug}` : `/skills/${slug}?version=${encodeURIComponent(version)}`;
}
