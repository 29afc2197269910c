/** A piece of a text, and whether it is one of the words that were sought. Shown as React nodes, never as HTML. */
export type Part = { text: string; isMatch: boolean };

// Two lines on a wide screen.
const LENGTH = 180;
const WORD = /[\p{L}\p{N}\p{M}]+[+#]*/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const ENDING = /(ations?|ings?|ions?|ers?|ies|ied|ed|es|ly|al|s|e|y)$/;

type Stretch = { start: number; end: number; word: number };

/** The whole text on one line, with every form of these words as a part of its own. */
export function marked(text: string, words: string[]): Part[] {
  const line = oneLine(text);
  return partsOf(line, 0, line.length, findWords(line, words));
}

/**
 * The stretch of a text, of about two lines, in which most of these words stand, with each of their forms as a part of its
 * own; an ellipsis where it begins or ends within the text. Without any of the words, the beginning.
 */
export function snippetOf(text: string, words: string[]): Part[] {
  const line = oneLine(text);
  const found = findWords(line, words);
  const start = startOf(line, bestStart(found));
  const end = endOf(line, start);
  const parts = partsOf(
    line,
    start,
    end,
    found.filter((one) => one.start >= start && one.end <= end),
  );
  const [before, after] = [start > 0 ? "…" : "", end < line.length ? "…" : ""];
  return [...plain(before), ...parts, ...plain(after)];
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
const plain = (text: string): Part[] => (text === "" ? [] : [{ text, isMatch: false }]);

/** Where the words stand, in the order of the text. Each is known by its place among the words. */
function findWords(line: string, words: string[]): Stretch[] {
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

/** Where the first of the words stands from which most different ones are in reach. */
function bestStart(found: Stretch[]): number {
  let best = { start: 0, words: 0 };
  for (const [index, first] of found.entries()) {
    const reached = new Set<number>();
    for (let next = index; next < found.length; next += 1) {
      const one = found[next];
      if (!one || one.end > first.start + LENGTH - LENGTH / 4) break;
      reached.add(one.word);
    }
    if (reached.size > best.words) best = { start: first.start, words: reached.size };
  }
  return best.start;
}

/** A little before the word: at the beginning of its sentence if that is near, else between words. */
function startOf(line: string, word: number): number {
  const earliest = word - LENGTH / 4;
  if (earliest <= 0) return 0;
  const before = line.slice(earliest, word);
  const sentence = before.search(/(?<=[.!?:] )[^.!?]*$/);
  if (sentence >= 0) return earliest + sentence;
  const space = before.indexOf(" ");
  return space >= 0 ? earliest + space + 1 : wholeLetter(line, earliest);
}

function endOf(line: string, start: number): number {
  const end = start + LENGTH;
  if (end >= line.length) return line.length;
  const space = line.lastIndexOf(" ", end);
  return space > start + LENGTH / 2 ? space : wholeLetter(line, end);
}

// Not between the halves of a surrogate pair.
const wholeLetter = (line: string, at: number) => (/[\uDC00-\uDFFF]/.test(line[at] ?? "") ? at - 1 : at);

function partsOf(line: string, start: number, end: number, found: Stretch[]): Part[] {
  const parts: Part[] = [];
  let done = start;
  for (const one of found) {
    parts.push(...plain(line.slice(done, one.start)), { text: line.slice(one.start, one.end), isMatch: true });
    done = one.end;
  }
  return [...parts, ...plain(line.slice(done, end))];
}
