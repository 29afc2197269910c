import type { ReactNode } from "react";
import { ButtonLink } from "../ui/action/button-link";
import { EmptyState } from "../ui/feedback/empty-state";
import { type Browse, browseHref, isNarrowed } from "./browse-links";

type Props = {
  browse: Browse;
  mayPublish: boolean;
  /** Asking the hall's people for what is not there. */
  children?: ReactNode;
};

/** What stands in place of results: how to find something after all. */
export function BrowseEmpty({ browse, mayPublish, children }: Props) {
  const filtered = isNarrowed(browse);
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
          {children}
          {mayPublish && <ButtonLink href="/skills/new">Publish a skill</ButtonLink>}
        </>
      }
    />
  );
}
