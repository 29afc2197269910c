import { Callout } from "../ui/feedback/callout";

type Props = {
  slug: string;
  status: string;
  shown: { version: string; state: "published" | "yanked" };
  latestVersion: string;
};

/** What a reader must know before reading on: that this is an old version, a withdrawn one, or a skill put away. */
export function SkillNotices({ slug, status, shown, latestVersion }: Props) {
  return (
    <>
      {status === "archived" && (
        <Callout tone="warning" title="This skill is archived">
          It stands in no list. Only its author and the admins see this page.
        </Callout>
      )}
      {shown.state === "yanked" && (
        <Callout tone="warning" title={`Version ${shown.version} was withdrawn`}>
          It stays readable, but should not be installed any more.
        </Callout>
      )}
      {shown.version !== latestVersion && (
        <Callout title={`You are looking at ${shown.version}`}>
          The latest version is{" "}
          <a className="link" href={`/skills/${slug}`}>
            {latestVersion}
          </a>
          .
        </Callout>
      )}
    </>
  );
}
