// Below this two words are too easily a letter apart.
const SHORTEST = 4;
const LONGEST = 40;

/**
 * The word and what is left of it when one letter is missing. Two words with one of these in common are a slip apart: a
 * letter wrong, missing, too much, or two swapped. Empty for what is too short, too long or not made of letters.
 */
export function slipKeys(word: string): string[] {
  const letters = word.replace(/^=/, "");
  if (letters.length < SHORTEST || letters.length > LONGEST || !/^[\p{L}\p{N}]+$/u.test(letters)) return [];
  if (!/\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u.test(letters)) return [];
  // A name as a whole is kept apart from words, by the sign it begins with.
  const sign = word.slice(0, word.length - letters.length);
  const signs = [...letters];
  const keys = signs.map((_, at) => sign + signs.filter((_letter, index) => index !== at).join(""));
  return [...new Set([word, ...keys])];
}

/** Edits between two words, where swapping two neighbouring letters is one edit (optimal string alignment). */
export function slipsBetween(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row[j] = best;
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
