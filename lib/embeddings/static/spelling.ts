const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const SHORTEST = 5;
const LONGEST = 24;

/**
 * The row of a known word that this one was probably meant to be: with two letters swapped, one too many, one too few or one
 * wrong, in this order. Of several words the one that stands first in the vocabulary. The first letter is taken as right.
 */
export function rowOfMisspelt(word: string, rowOf: ReadonlyMap<string, number>): number | undefined {
  if (word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/.test(word)) return undefined;
  for (const variants of [swapped, shortened, lengthened, replaced]) {
    const rows = variants(word).flatMap((variant) => rowOf.get(variant) ?? []);
    if (rows.length > 0) return Math.min(...rows);
  }
  return undefined;
}

const places = (word: string): number[] => Array.from({ length: word.length - 1 }, (_, index) => index + 1);

const swapped = (word: string): string[] =>
  places(word).map((at) => `${word.slice(0, at)}${word[at + 1] ?? ""}${word[at]}${word.slice(at + 2)}`);

const shortened = (word: string): string[] => places(word).map((at) => word.slice(0, at) + word.slice(at + 1));

const lengthened = (word: string): string[] =>
  [...places(word), word.length].flatMap((at) =>
    [...LETTERS].map((letter) => word.slice(0, at) + letter + word.slice(at)),
  );

const replaced = (word: string): string[] =>
  places(word).flatMap((at) => [...LETTERS].map((letter) => word.slice(0, at) + letter + word.slice(at + 1)));
