import { slipKeys } from "./slips";
import { STOP_WORDS } from "./stop-words";
import { identityOf, MAX_NAME, normalised, wordsIn } from "./words";

/** A word that is sought: as it is indexed, and as it was typed. */
export type SoughtWord = { stem: string; surface: string; count: number };

export type Query = {
  /** In the order in which they were typed, each once; no stop words unless there is nothing else. */
  words: SoughtWord[];
  /** The whole as a name, or null when it is too long to be one. */
  identity: string | null;
  /** What the last word begins with, if it may be unfinished. */
  prefix: { stem: string; start: string } | null;
  /** Keys of the words that may be mistyped, each with what was typed. */
  keys: { key: string; typed: string }[];
};

export const MAX_QUERY = 2_000;
const MAX_WORDS = 64;
// A pasted page has more words than anybody mistypes on purpose.
const MAX_CORRECTED = 24;

/** Reads what was typed. Never fails: whatever is neither a letter nor a digit separates words. */
export function parseQuery(q: string): Query {
  const text = normalised(q.slice(0, MAX_QUERY));
  const all = wordsIn(text);
  const content = all.filter((word) => !STOP_WORDS.has(word.surface));
  const words = new Map<string, SoughtWord>();
  for (const { stem, surface } of content.length > 0 ? content : all) {
    words.set(stem, { stem, surface, count: (words.get(stem)?.count ?? 0) + 1 });
  }
  const sought = [...words.values()].slice(0, MAX_WORDS);
  const identity = text.length <= MAX_NAME * 2 ? identityOf(text) : "=";
  const named = identity.length > 1 && identity.length <= 1 + MAX_NAME ? identity : null;
  const last = all.at(-1);
  const isOpen = last !== undefined && last.end === text.length && last.surface.length > 1;
  return {
    words: sought,
    identity: named,
    prefix: isOpen && words.has(last.stem) ? { stem: last.stem, start: last.surface } : null,
    keys: [...sought.slice(0, MAX_CORRECTED).map((word) => word.surface), ...(named ? [named] : [])].flatMap((typed) =>
      slipKeys(typed).map((key) => ({ key, typed })),
    ),
  };
}
