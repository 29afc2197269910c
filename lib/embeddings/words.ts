import { type Characters, charactersOf, kindOfCharacter, sizeAt } from "./characters";
import { LONGEST, NO_PARTS, type TakeChunk, type TakePlain } from "./chunk";
import { readJoined } from "./joined-word";
import { endOfPlainWord, inSmallLetters, isGap } from "./plain-word";

const DOT = 46;

/** The words of a text, in order: of `code-review` both `code`, `review` and `codereview`. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachChunk(text, (whole, parts) => {
    words.push(...parts);
    if (whole) words.push(whole);
  });
  return words;
}

/**
 * Gives out the runs of a text. It walks once over the characters, without expressions that could go back and forth, so
 * the time grows with the length and nothing else. No list of them is made: skills are embedded by the thousand.
 */
export function eachChunk(written: string, take: TakeChunk, takePlain: TakePlain = () => false): void {
  const characters = charactersOf(written);
  const { text, units } = characters;
  let at = 0;
  while (at < text.length) {
    const end = endOfPlainWord(units, at);
    if (end > at) {
      if (end - at > LONGEST) take("", NO_PARTS, false);
      else if (!takePlain(units, at, end)) take(inSmallLetters(characters, at, end), NO_PARTS, false);
      at = end;
    } else at = isGap(units[at] as number) ? at + 1 : readOther(characters, at, take);
  }
}

/** Reads what is no plain word, or no word at all, and gives its end. */
function readOther(characters: Characters, at: number, take: TakeChunk): number {
  const kind = kindOfCharacter(characters, at);
  if (kind === "unspaced") return readUnspaced(characters, at, take);
  return kind === "letter" || startsDotName(characters, at) ? readJoined(characters, at, take) : at + 1;
}

/** `.net` at the beginning of a word; not the dot of `end.Next`, which is inside one. */
function startsDotName(characters: Characters, at: number): boolean {
  if (characters.units[at] !== DOT || kindOfCharacter(characters, at + 1) !== "letter") return false;
  return at === 0 || kindOfCharacter(characters, at - 1) === "space";
}

/** Chinese, Japanese, Korean, Thai …: each pair of neighbours is a word, since no gap says where one ends. */
function readUnspaced(characters: Characters, from: number, take: TakeChunk): number {
  let end = from;
  while (kindOfCharacter(characters, end) === "unspaced") end += sizeAt(characters, end);
  const run = [...characters.text.slice(from, end).toLowerCase()];
  if (run.length === 1) take(run[0] ?? "", NO_PARTS, false);
  for (let index = 0; index + 1 < run.length; index++) take(`${run[index]}${run[index + 1]}`, NO_PARTS, false);
  return end;
}
