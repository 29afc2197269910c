import type { PostingList } from "./postings";
import type { Query, SoughtWord } from "./query";
import type { Sought, Way } from "./score";
import { slipsBetween } from "./slips";

/** What the index has of a word: in how many skills, and where, unless that would have been too much to send. */
export type IndexedWord = { df: number; list: PostingList | null };

/** What the index answered to a query. */
export type Answers = {
  exact: Map<string, IndexedWord>;
  /** Words that begin with what was typed last. */
  begun: Map<string, IndexedWord>;
  /** For what was typed: words that are a slip from it, as they are written and as they are indexed. */
  slips: { typed: string; surface: string; word: string; indexed: IndexedWord }[];
};

export type Correction = { typed: string; meant: string };

// A word that hardly any skill has may be a slip of theirs, and one that many have be meant all the same.
const RARE = 2;
const COMMON = 5;
const TYPO_DISCOUNT = 0.7;
const PREFIX_DISCOUNT = 0.5;
// The word is whole already; that it is also a beginning is less likely to be meant.
const LONGER_DISCOUNT = 0.15;

/** All ways in which a query's words can be found, and what was taken for a slip. */
export function waysOf(query: Query, answers: Answers): { sought: Sought[]; corrections: Correction[] } {
  const corrections: Correction[] = [];
  const sought = query.words.map((word) => {
    const exact = answers.exact.get(word.stem);
    const ways: Way[] = exact ? [{ word: word.stem, how: howOf(word), discount: 1, ...exact }] : [];
    if (query.prefix?.stem === word.stem) ways.push(...begunWays(answers, word.stem, exact));
    if (ways.length === 0 || (ways.length === 1 && (exact?.df ?? RARE + 1) <= RARE)) {
      const corrected = slipWays(answers, word.surface, exact);
      ways.push(...corrected.map(({ way }) => way));
      const [best] = corrected;
      if (best && !exact) corrections.push({ typed: word.surface, meant: best.surface });
    }
    return { surface: word.surface, count: word.count, ways };
  });
  return { sought, corrections };
}

const howOf = ({ stem, surface }: SoughtWord) => (stem === surface ? "exact" : "stem") as "exact" | "stem";

/** Completions count as one word together: a rare one is not what was meant because it is rare. */
function begunWays(answers: Answers, stem: string, exact: IndexedWord | undefined): Way[] {
  const others = [...answers.begun].filter(([word]) => word !== stem);
  const df = others.reduce((sum, [, indexed]) => sum + indexed.df, 0);
  const discount = exact ? LONGER_DISCOUNT : PREFIX_DISCOUNT;
  return others.map(([word, { list }]) => ({ word, how: "prefix" as const, discount, df, list }));
}

function slipWays(answers: Answers, typed: string, exact: IndexedWord | undefined): { way: Way; surface: string }[] {
  const near = answers.slips.filter((slip) => slip.typed === typed && isSlip(typed, slip.surface));
  const likely = near.filter(({ indexed }) => !exact || indexed.df >= Math.max(COMMON, exact.df * 5));
  const unique = [...new Map(likely.map((slip) => [slip.word, slip])).values()];
  unique.sort((a, b) => slipsBetween(typed, a.surface) - slipsBetween(typed, b.surface) || b.indexed.df - a.indexed.df);
  const df = unique.reduce((most, { indexed }) => Math.max(most, indexed.df), 0);
  return unique.slice(0, 3).map(({ word, surface, indexed }, place) => ({
    surface,
    // What is meant most likely leads, however rare the others are.
    way: { word, how: "typo", discount: TYPO_DISCOUNT / (1 + place), df, list: indexed.list },
  }));
}

/** One slip, or two in a long word: that is what having a letter missing in common allows. */
function isSlip(typed: string, surface: string): boolean {
  return slipsBetween(typed, surface) <= (Math.min(typed.length, surface.length) >= 9 ? 2 : 1);
}

/** The skills that are called this, or what this is a slip of. */
export function namedBy(query: Query, answers: Answers): { numbers: number[]; slipped: Sought | null } {
  if (query.identity === null) return { numbers: [], slipped: null };
  const exact = answers.exact.get(query.identity);
  if (exact) return { numbers: [...(exact.list?.numbers ?? [])], slipped: null };
  const ways = slipWays(answers, query.identity, undefined).map(({ way }) => way);
  return { numbers: [], slipped: ways.length > 0 ? { surface: query.identity.slice(1), count: 1, ways } : null };
}
