import { expect, test } from "vitest";
import type { Ranked } from "./fuse";
import { meaningShare, withMeaning } from "./meaning";

const found = (number: number, points: number, coverage: number): Ranked => ({
  number,
  score: points,
  coverage,
  similarity: 0,
  reasons: points > 0 ? [{ word: "w", matched: "w", field: "text", how: "exact", points }] : [],
});
const order = (ranked: Ranked[]) => [...ranked].sort((a, b) => b.score - a.score).map(({ number }) => number);

test("where one skill has all that was typed, or is called that, meaning has no say", () => {
  expect(meaningShare([found(1, 9, 1), found(2, 3, 0.4)])).toBe(0);
  expect(meaningShare([found(1, 1_009, 0.5)])).toBe(0);
  expect(meaningShare([])).toBe(0);
});

test("the less the words account for, the more meaning decides, and never all", () => {
  expect(meaningShare([found(1, 9, 0.75)])).toBeCloseTo(0.25);
  expect(meaningShare([found(1, 9, 0.01)])).toBe(0.8);
});

test("of skills that a stray word found, the one that is meant comes first, and says so", () => {
  const similarities = new Map([
    [1, 0.1],
    [2, 0.6],
  ]);
  const ranked = withMeaning([found(1, 5, 0.3), found(2, 4, 0.3)], similarities, { share: 0.7, typed: "q" });
  expect(order(ranked)).toEqual([2, 1]);
  for (const { score, reasons } of ranked) {
    expect(score).toBeCloseTo(reasons.reduce((sum, { points }) => sum + points, 0));
  }
  expect(ranked[1]?.reasons[0]).toMatchObject({ how: "meaning", word: "q" });
});

test("a small share does not bury what words find much better", () => {
  const similarities = new Map([
    [1, 0.3],
    [2, 0.6],
  ]);
  expect(order(withMeaning([found(1, 9, 0.9), found(2, 3, 0.3)], similarities, { share: 0.1, typed: "q" }))).toEqual([
    1, 2,
  ]);
});

test("without any likeness everything stays as it was", () => {
  const ranked = [found(1, 9, 0.5), found(2, 3, 0.3)];
  expect(withMeaning(ranked, new Map(), { share: 0.5, typed: "q" })).toEqual(ranked);
  expect(withMeaning(ranked, new Map([[1, -0.2]]), { share: 0.5, typed: "q" })).toEqual(ranked);
});
