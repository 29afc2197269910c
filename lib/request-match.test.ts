import { expect, test } from "vitest";
import { answerScore, WORTH_ASKING } from "./request-match";

const offered = {
  slug: "minutes-in-french",
  name: "Minutes in French",
  description: "Summarises a meeting in French. Use it after planning meetings.",
  tags: ["meetings", "translation"],
};
const score = (title: string, detail = "") => answerScore({ title, detail }, offered);

test.each([
  "Meeting summary in French",
  "French minutes",
  "I need a skill that translates the minutes of planning meetings",
  "translation",
])("%j is worth asking about", (title) => {
  expect(score(title)).toBeGreaterThanOrEqual(WORTH_ASKING);
});

test.each([
  "Write a skill for us",
  "Invoice matching",
  "Meeting room booking with calendar",
  "",
  "💥",
  "日本語の議事録",
])("%j is not", (title) => {
  expect(score(title)).toBeLessThan(WORTH_ASKING);
});

test("the detail orders requests whose titles fit alike, and lets in none", () => {
  expect(score("French minutes of meetings", "planning")).toBeGreaterThanOrEqual(score("French minutes of meetings"));
  expect(score("Invoices", "Minutes in French of a meeting")).toBe(0);
});
