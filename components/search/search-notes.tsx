import type { ReactNode } from "react";
import { type Browse, browseHref } from "../skills/browse-links";
import { Callout } from "../ui/feedback/callout";
import { correctedWords } from "./corrected-words";

type Props = {
  browse: Browse;
  /** How many results there are. */
  total: number;
  search: { isClose: boolean; corrections: { typed: string; meant: string }[]; withoutMeaning: string | null };
  /** The way on from results of which none is close. */
  children?: ReactNode;
};

/** What a search has to say of itself: how it read the words, that nothing is close, that it could not look for the meaning. */
export function SearchNotes({ browse, total, search, children }: Props) {
  const corrected = correctedWords(browse.q, search.corrections);
  return (
    <>
      {corrected !== browse.q && total > 0 && (
        <p className="search-note">
          Showing results for{" "}
          <a className="link" href={browseHref({ ...browse, q: corrected })}>
            {corrected}
          </a>
          , also searched as typed.
        </p>
      )}
      {!search.isClose && total > 0 && (
        <Note title="Nothing close; here is what comes nearest">
          <p>{NEAREST}</p>
          {children && <p className="mt-3">{children}</p>}
        </Note>
      )}
      {search.withoutMeaning && <Note>{search.withoutMeaning}</Note>}
    </>
  );
}

const NEAREST = "No skill here has these words or a meaning like theirs. Other words may find more.";

function Note({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <Callout className="search-note" title={title}>
      {children}
    </Callout>
  );
}
