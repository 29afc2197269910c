import { expect, test } from "vitest";
import { fuse, isAnswer } from "./fuse";
import type { Scored } from "./score";

const scored = (...points: number[]): Scored[] =>
  points.map((each, number) => ({ number, points: each, coverage: 1, reasons: [] }));
const numbers = (ranked: { number: number }[]) => ranked.map((one) => one.number);

test("without a vector the words' order stays", () => {
  expect(numbers(fuse(scored(9, 5, 2), [], new Set(), "q"))).toEqual([0, 1, 2]);
});

test("who is called that stands first, whatever words and meaning say", () => {
  const near = [
    { number: 0, similarity: 0.9 },
    { number: 2, similarity: 0.1 },
  ];
  expect(numbers(fuse(scored(99, 5, 1), near, new Set([2]), "q"))[0]).toBe(2);
  expect(numbers(fuse([], [], new Set([7]), "q"))).toEqual([7]);
});

test("what only meaning finds follows what words find, and its points are a reason", () => {
  const near = [
    { number: 8, similarity: 0.9 },
    { number: 1, similarity: 0.8 },
    { number: 9, similarity: 0.5 },
  ];
  const ranked = fuse(scored(5, 4), near, new Set(), "q");
  expect(numbers(ranked)).toEqual([0, 1, 8, 9]);
  expect(ranked[2]?.reasons).toMatchObject([{ how: "meaning", field: "meaning" }]);
  expect(ranked[2]?.score).toBe(ranked[2]?.reasons[0]?.points);
  expect(ranked[2]?.score).toBeLessThan(4);
});

test("meaning alone has to be near", () => {
  const near = [
    { number: 8, similarity: 0.7 },
    { number: 9, similarity: 0.1 },
  ];
  expect(numbers(fuse([], near, new Set(), "q"))).toEqual([8]);
});

test("what reaches a tenth of the best no more is left out", () => {
  expect(numbers(fuse(scored(10, 5, 0.5), [], new Set(), "q"))).toEqual([0, 1]);
});

test.each([
  [{ coverage: 1, similarity: 0 }, true],
  [{ coverage: 0.2, similarity: 0.2 }, false],
  [{ coverage: 0, similarity: 0.6 }, true],
])("%o is an answer: %s", (best, expected) => {
  expect(isAnswer({ number: 1, score: 1, reasons: [], ...best })).toBe(expected);
});
