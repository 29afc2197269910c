import { expect, test } from "vitest";
import { changeText, headFigures, rankText, shareText, whenText } from "./report-words";

test("figures are told in words, and what is nothing is a dash", () => {
  expect([shareText(0.376), shareText(0), shareText(null)]).toEqual(["38 %", "0 %", "–"]);
  expect([rankText(0.625), rankText(1), rankText(null)]).toEqual(["0.63", "1.00", "–"]);
  expect([changeText(12, 2), changeText(1_000, 3_000), changeText(4, 4)]).toEqual([
    "10 more than before",
    "2,000 fewer than before",
    "as many as before",
  ]);
});

test("a day is a day, and of ninety days a week", () => {
  expect([whenText("2026-11-21", 30), whenText("2026-09-14", 90)]).toEqual(["21 Nov", "week of 14 Sept"]);
});

test("a hall without searches has figures too", () => {
  const none = { searches: 0, nothing: 0, clickThrough: null, reciprocalRank: null };
  expect(headFigures(none, none).map(({ value, note }) => `${value}, ${note}`)).toEqual([
    "0, as many as before",
    "–, none before",
    "–, none before",
    "–, none before",
  ]);
});
