/** What was typed, with each mistyped word as it was meant; the rest, with its spaces, stays. */
export function correctedWords(typed: string, corrections: { typed: string; meant: string }[]): string {
  const meant = new Map(corrections.map((one) => [one.typed.toLowerCase(), one.meant]));
  return typed.replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => meant.get(word.toLowerCase()) ?? word);
}
