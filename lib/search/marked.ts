/** A piece of a text, and whether it is one of the words that were sought. Shown as React nodes, never as HTML. */
export type Part = { text: string; isMatch: boolean };

const WORD = /[\p{L}\p{N}\p{M}]+[+#]*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const ENDING = /(ations?|ings?|ions?|ers?|ies|ied|ed|es|ly|al|s|e|y)$/;

export type Stretch = { start: number; end: number; word: number };

/**
 * The whole text on one line, with every form of these words as a part of its own. Made for a name or a label and for words as
 * they are typed, a last one only begun; it needs no index and is small enough for a browser.
 */
export function marked(text: string, words: string[]): Part[] {
  const line = oneLine(text);
  return partsOf(line, 0, line.length, findWords(line, words));
}

export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
export const plain = (text: string): Part[] => (text === "" ? [] : [{ text, isMatch: false }]);

/** Where the words stand, in the order of the text. Each is known by its place among the words. */
export function findWords(line: string, words: string[]): Stretch[] {
  const sought = [...new Set(words.flatMap(piecesOf))];
  const [unspaced, spaced] = [
    sought.filter((word) => UNSPACED.test(word)),
    sought.filter((word) => !UNSPACED.test(word)),
  ];
  const found: Stretch[] = [];
  for (const match of line.matchAll(WORD)) {
    const said = match[0].toLowerCase();
    const at = match.index;
    const word = spaced.findIndex((one) => isFormOf(said, one));
    if (word >= 0) found.push({ start: at, end: at + match[0].length, word });
    else found.push(...within(said, at, unspaced, spaced.length));
  }
  return found;
}

/** A language without spaces writes its words in one run, in which they are found letter by letter. */
function within(said: string, at: number, words: string[], firstWord: number): Stretch[] {
  const found: Stretch[] = [];
  for (let from = 0; from < said.length; ) {
    const word = words.findIndex((one) => said.startsWith(one, from));
    const length = words[word]?.length;
    if (length) found.push({ start: at + from, end: at + from + length, word: firstWord + word });
    from += length ?? 1;
  }
  return found;
}

const piecesOf = (word: string): string[] => word.normalize("NFKC").toLowerCase().match(WORD) ?? [];

/** `reviews`, `reviewing` and `reviewers` are forms of `review`, which may also be no more than begun. */
function isFormOf(said: string, word: string): boolean {
  if (said === word) return true;
  if (word.length < 3) return false;
  return said.startsWith(word) || stemOf(said) === stemOf(word);
}

// Rough: it only decides what is marked, never what is found. A doubled letter is one: `running`, `run`.
function stemOf(word: string): string {
  const cut = word.replace(ENDING, "");
  const stem = cut.length >= 3 ? cut : word;
  return stem.replace(/([^aeiou])\1$/, "$1");
}

/** A stretch of a line in parts. */
export function partsOf(line: string, start: number, end: number, found: Stretch[]): Part[] {
  const parts: Part[] = [];
  let done = start;
  for (const one of found) {
    parts.push(...plain(line.slice(done, one.start)), { text: line.slice(one.start, one.end), isMatch: true });
    done = one.end;
  }
  return [...parts, ...plain(line.slice(done, end))];
}
