import { beginningOf } from "./stem";
import { normalised, type Word, wordsIn } from "./words";

/** A text in pieces, of which some are words that were sought. Plain text: showing it escapes it. */
export type Piece = { text: string; isMatch: boolean };

const LENGTH = 180;
const MAX_TEXT = 8_000;

/**
 * The part of a text in which most of the words stand, about 180 characters, its matches marked. Cut at spaces, with an
 * ellipsis where something was left out. Empty for an empty text.
 * @param whole normalised and on one line, as the index keeps it
 * @param words as they are indexed (stems)
 */
export function snippetOf(whole: string, words: Iterable<string>): Piece[] {
  const sought = new Set(words);
  const marks = marksIn(whole, sought);
  const [start, end] = windowOf(whole, marks);
  const shown = marks.filter((mark) => mark.start >= start && mark.end <= end);
  const pieces: Piece[] = [];
  let at = start;
  for (const mark of shown) {
    if (mark.start > at) pieces.push({ text: whole.slice(at, mark.start), isMatch: false });
    pieces.push({ text: whole.slice(mark.start, mark.end), isMatch: true });
    at = mark.end;
  }
  if (at < end) pieces.push({ text: whole.slice(at, end), isMatch: false });
  if (start > 0) pieces.unshift({ text: "… ", isMatch: false });
  if (end < whole.length) pieces.push({ text: " …", isMatch: false });
  return pieces;
}

/** A text of any length, whole, its matches marked. */
export function markedText(text: string, words: Iterable<string>): Piece[] {
  const whole = normalised(text.slice(0, MAX_TEXT));
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of marksIn(whole, new Set(words))) {
    if (start > at) pieces.push({ text: whole.slice(at, start), isMatch: false });
    pieces.push({ text: whole.slice(start, end), isMatch: true });
    at = end;
  }
  if (at < whole.length) pieces.push({ text: whole.slice(at), isMatch: false });
  return pieces;
}

type Mark = { start: number; end: number; stem: string };

/** Where the words stand, in order; of two that overlap the longer one. */
function marksIn(text: string, sought: ReadonlySet<string>): Mark[] {
  if (sought.size === 0) return [];
  const all = soughtWords(text, sought);
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const marks: Mark[] = [];
  for (const { start, end, stem } of all) if (start >= (marks.at(-1)?.end ?? 0)) marks.push({ start, end, stem });
  return marks;
}

/**
 * The sought words of a text, looked for where they may begin. A text has a thousand words and few that were
 * sought: to read all of them for ten results took longer than everything else of a search.
 */
function soughtWords(text: string, sought: ReadonlySet<string>): Word[] {
  const hint = hintOf(sought);
  const words: Word[] = [];
  // What is sought is said again and again.
  const read = new Map<string, Word[]>();
  for (let match = hint.exec(text); match; match = hint.exec(text)) {
    const start = text.lastIndexOf(" ", match.index) + 1;
    const space = text.indexOf(" ", match.index);
    const end = space < 0 ? text.length : space;
    const stretch = text.slice(start, end);
    const inside = read.get(stretch) ?? wordsIn(stretch).filter(({ stem }) => sought.has(stem));
    read.set(stretch, inside);
    for (const word of inside) words.push({ ...word, start: word.start + start, end: word.end + start });
    hint.lastIndex = end;
  }
  return words;
}

/** Where one of these may begin; other letters than plain ones may stand for them, and are looked at. */
function hintOf(stems: Iterable<string>): RegExp {
  const starts = new Set([...stems].map((stem) => startOf(beginningOf(stem))));
  return new RegExp(`${[...starts].join("|")}|[^\\0-\\x7f]`, "gu");
}

/** These letters in any case, perhaps held apart by signs. Within a run of letters only a capital begins a word. */
function startOf(beginning: string): string {
  const signs = [...beginning].map((sign) => {
    if (!/[\p{L}\p{N}]/u.test(sign)) return `[${sign}]`;
    return `[${sign}${sign.toUpperCase()}]`;
  });
  const first = /^[a-z]/.test(beginning)
    ? `(?:(?<![A-Za-z0-9])${beginning[0]}|${beginning[0]?.toUpperCase()})`
    : signs[0];
  return [first, ...signs.slice(1)].join("[^A-Za-z0-9 ]*");
}

/** The window with the most different words, then the most marks; the first of equal ones. */
function windowOf(text: string, marks: Mark[]): [start: number, end: number] {
  if (text.length <= LENGTH) return [0, text.length];
  let best = { worth: 0, from: 0 };
  for (const [index, mark] of marks.entries()) {
    const from = Math.max(0, mark.start - 40);
    const inside: Mark[] = [];
    for (let next = index; next < marks.length; next += 1) {
      const other = marks[next] as Mark;
      if (other.end > from + LENGTH) break;
      inside.push(other);
    }
    const worth = new Set(inside.map(({ stem }) => stem)).size * 10 + Math.min(inside.length, 9);
    if (worth > best.worth) best = { worth, from };
  }
  const start = best.from === 0 ? 0 : text.indexOf(" ", best.from) + 1;
  const last = text.lastIndexOf(" ", start + LENGTH);
  const end = start + LENGTH >= text.length ? text.length : last > start + LENGTH / 2 ? last : start + LENGTH;
  return [start, end];
}
