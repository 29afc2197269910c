import type { Characters } from "./characters";

// Nearly all words of a text are plain: of the letters a to z and digits, and in one piece. They are read quickly.

// What a unit is to a plain word. From SMALL on it may be a letter; what is no ASCII is left to a closer look.
const [GAP, JOINER, SIGN, SMALL, CAPITAL, OTHER] = [0, 1, 2, 3, 4, 5] as const;
const CLASSES = new Uint8Array(0x10000).fill(GAP).fill(OTHER, 128);
for (const [characters, kind] of [
  ["-._", JOINER],
  ["+#", SIGN],
  ["abcdefghijklmnopqrstuvwxyz0123456789", SMALL],
  ["ABCDEFGHIJKLMNOPQRSTUVWXYZ", CAPITAL],
] as const) {
  for (const character of characters) CLASSES[character.charCodeAt(0)] = kind;
}

/** Where a word ends that is plain from end to end; `from` if there is none there, or one that wants a closer look. */
export function endOfPlainWord(units: Uint16Array, from: number): number {
  let at = from;
  while (CLASSES[units[at] as number] === CAPITAL) at += 1;
  // Of `Word` and `WORD` the one goes on in small letters, the other ends; `HTMLFile` is two words.
  if (at - from < 2) while (CLASSES[units[at] as number] === SMALL) at += 1;
  return at > from && endsPlainly(units, at) ? at : from;
}

/** Whether what stands here neither goes on with the word nor joins it to another, nor is a sign of it as in `c++`. */
function endsPlainly(units: Uint16Array, at: number): boolean {
  const next = CLASSES[units[at] as number];
  return next === GAP || (next === JOINER && (CLASSES[units[at + 1] as number] as number) < SMALL);
}

/** An ASCII sign, with which no word begins; a dot may begin `.net`. */
export const isGap = (unit: number): boolean => (CLASSES[unit] as number) < SMALL && unit !== DOT;

const DOT = 46;

/** A piece of a text in small letters. Most are so already, and `toLowerCase` takes its time to see it. */
export function inSmallLetters({ text, units }: Characters, from: number, end: number): string {
  const word = text.slice(from, end);
  let at = from;
  while (at < end && CLASSES[units[at] as number] === SMALL) at += 1;
  return at === end ? word : word.toLowerCase();
}
