import { expect, test } from "vitest";
import { pointsText, type Reason, reasonSentence, totalPoints, wordsOf } from "./reason-sentence";

const reason: Reason = { word: "review", matched: "review", field: "name", how: "exact", points: 4.25 };

test.each<[Partial<Reason>, string]>([
  [{ how: "identity", word: "code review" }, "“code review” is its name"],
  [{}, "“review” in the name"],
  [{ how: "stem", matched: "reviewing", field: "text" }, "“review” in another form, in the text"],
  [{ how: "stem", field: "headings" }, "“review” in the headings"],
  [{ how: "prefix", word: "rev", field: "tags" }, "“rev” begins “review”, in the tags"],
  [{ how: "typo", word: "reveiw", field: "description" }, "“reveiw” read as “review”, in the description"],
  [{ how: "meaning", field: "meaning", word: "", matched: "" }, "It is about much the same"],
])("%o", (part, expected) => {
  expect(reasonSentence({ ...reason, ...part })).toBe(expected);
});

test("points are told to a tenth, and added up", () => {
  expect([pointsText(4.25), pointsText(0.01), pointsText(0)]).toEqual(["4.3", "< 0.1", "0.0"]);
  expect(totalPoints([reason, { ...reason, points: 1.75 }])).toBe(6);
});

test("marked is what stands there, not a mistyped word, and nothing for a meaning", () => {
  const typo: Reason = { ...reason, how: "typo", word: "mrege", matched: "merge" };
  const meaning: Reason = { ...reason, how: "meaning", field: "meaning", word: "x", matched: "y" };
  const stem: Reason = { ...reason, how: "stem", matched: "reviewing" };
  expect(wordsOf([typo, meaning, stem, reason])).toEqual(["merge", "reviewing", "review"]);
});
