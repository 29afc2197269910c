import { AskForSkill } from "../requests/ask-for-skill";
import { ButtonLink } from "../ui/action/button-link";
import { EmptyState } from "../ui/feedback/empty-state";
import { type Browse, browseHref } from "./browse-links";

/** What stands in place of results: how to find something after all. */
export function BrowseEmpty({ browse, mayPublish }: { browse: Browse; mayPublish: boolean }) {
  const filtered = Boolean(browse.category || browse.tags.length > 0 || browse.author);
  return (
    <EmptyState
      title={browse.q ? `Nothing found for “${browse.q}”` : "Nothing here fits these filters"}
      body={
        filtered
          ? "Search in the whole hall instead, or take away one of the filters above."
          : "Try fewer or other words: the name of the tool, the job, the kind of document."
      }
      action={
        <>
          {filtered && browse.q ? (
            <ButtonLink href={browseHref({ q: browse.q })}>Search the whole hall</ButtonLink>
          ) : (
            <ButtonLink href="/skills">Show all skills</ButtonLink>
          )}
          {mayPublish && browse.q && <AskForSkill query={browse.q} />}
          {mayPublish && <ButtonLink href="/skills/new">Publish a skill</ButtonLink>}
        </>
      }
    />
  );
}
