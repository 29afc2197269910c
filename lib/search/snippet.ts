import { findWords, oneLine, type Part, partsOf, plain, type Stretch } from "./marked";

// Two lines on a wide screen.
const LENGTH = 180;

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
