import { expect, test } from "vitest";
import { shortened } from "./shortened";

const said = (parts: { text: string }[]) => parts.map(({ text }) => text).join("");
const long = [
  { text: "Reviews", isMatch: true },
  { text: ` a change ${"and then another ".repeat(12)}`, isMatch: false },
  { text: "review", isMatch: true },
];

test("what is short stays whole", () => {
  expect(shortened(long.slice(0, 1))).toEqual([{ text: "Reviews", isMatch: true }]);
  expect(shortened([])).toEqual([]);
});

test("what is long ends between words, and its marks stay", () => {
  const parts = shortened(long);
  expect(parts[0]).toEqual({ text: "Reviews", isMatch: true });
  expect(said(parts)).toMatch(/^Reviews a change .*(and|then|another)…$/);
  expect(said(parts).length).toBeLessThanOrEqual(161);
});

test("a sentence that ends late enough is not cut", () => {
  const text = `${"a".repeat(100)} ends. ${"b".repeat(100)}`;
  expect(said(shortened([{ text, isMatch: false }]))).toBe(`${"a".repeat(100)} ends.`);
});
