/** What a request says that it wants. */
export type Wanted = { title: string; detail: string };
/** What a skill says of itself. */
export type Offered = { slug: string; name: string; description: string; tags: string[] };

// What a request for anything begins with says nothing of what it is for.
const SAID_OF_ALL = new Set(
  (
    "a about all an and any are as at be by can could do for from get has have help how i in into is it its me my need of on " +
    "or our out please should skill skills so some someone something that the their them then there this to up us use using " +
    "want we what when which who will with would write writes writing you your make makes making create creates"
  ).split(" "),
);

/**
 * How well a skill's own words answer a request, from 0 to 1: the share of the words of the request's title that the skill
 * says too, less their endings. Its detail only breaks ties, by at most a tenth.
 */
export function answerScore(wanted: Wanted, offered: Offered): number {
  const said = wordsOf([offered.slug, offered.name, offered.description, ...offered.tags].join(" "));
  const title = shareIn(said, wordsOf(wanted.title));
  return title === 0 ? 0 : Math.min(1, title + 0.1 * shareIn(said, wordsOf(wanted.detail)));
}

/** From here on a request is worth showing to somebody who published the skill: they decide, so it may be a guess. */
export const WORTH_ASKING = 0.5;

function shareIn(said: Set<string>, sought: Set<string>): number {
  if (sought.size === 0) return 0;
  const found = [...sought].filter((word) => said.has(word)).length;
  // One word of several that agree is chance.
  return found < 2 && sought.size > 1 ? 0 : found / sought.size;
}

function wordsOf(text: string): Set<string> {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 1 && !SAID_OF_ALL.has(word)).map(stemOf));
}

/** `summaries`, `summary` → `summar`; `planning`, `planned`, `plans` → `plan`. Crude, and the same on both sides. */
function stemOf(word: string): string {
  const stem = word.replace(/(?:ings?|ers?|ed|ies|es|s|y|e)$/, "");
  if (stem.length < 3) return word;
  return stem.replace(/([^aeiouls])\1$/, "$1");
}
