import fc from "fast-check";
import { expect, test } from "vitest";
import { slipKeys, slipsBetween } from "./slips";

test.each([
  ["review", "review", 0],
  ["review", "reveiw", 1],
  ["review", "revew", 1],
  ["review", "reviiew", 1],
  ["review", "revied", 1],
  ["review", "preview", 1],
  ["review", "rewrite", 4],
  ["", "abc", 3],
])("%s and %s are %i edits apart", (a, b, edits) => {
  expect(slipsBetween(a, b)).toBe(edits);
  expect(slipsBetween(b, a)).toBe(edits);
});

test("two words that are one slip apart have a key in common", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcdefgh"), minLength: 5, maxLength: 20 });
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom("x", "", "swap", "add"), (given, seed, kind) => {
      const at = seed % (given.length - 1);
      const [before, letter, after] = [given.slice(0, at), given[at] ?? "", given.slice(at + 1)];
      const slipped =
        kind === "swap"
          ? before + (after[0] ?? "") + letter + after.slice(1)
          : kind === "add"
            ? before + letter + letter + after
            : before + kind + after;
      const keys = new Set(slipKeys(given));
      expect(slipKeys(slipped).some((key) => keys.has(key))).toBe(true);
      expect(slipsBetween(given, slipped)).toBeLessThanOrEqual(1);
    }),
  );
});

test.each(["abc", "c++", "日本語日本", "", "x".repeat(41)])("“%s” is not corrected", (word) => {
  expect(slipKeys(word)).toEqual([]);
});
