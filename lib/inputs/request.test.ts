import { expect, test } from "vitest";
import { askForSkillInput, closeRequestInput, requestFromSearch } from "./request";

const ID = "3f2b8c1e-5d7a-4c3e-9b1f-2a6d8e4c7b90";

test("a title is one line with single spaces, a detail keeps its lines", () => {
  expect(askForSkillInput.parse({ title: "  Minutes\n in  French ", detail: "One\r\ntwo" })).toEqual({
    title: "Minutes in French",
    detail: "One\ntwo",
  });
});

test.each([
  { title: "   " },
  { title: "a".repeat(121) },
  { title: "a\u202eb" },
  { title: "a", detail: "b".repeat(2_001) },
])("%j is refused", (form) => {
  expect(askForSkillInput.safeParse({ detail: "", ...form }).success).toBe(false);
});

test.each([
  ["code-review", "code-review"],
  [" http://acme.localhost:3000/skills/code-review ", "code-review"],
  ["/skills/code-review/", "code-review"],
  ["", null],
])("the skill %j is %j", (skill, slug) => {
  expect(closeRequestInput.parse({ id: ID, skill })).toEqual({ id: ID, skill: slug });
});

test.each(["Code review", "../x", "a".repeat(65), "/people/1"])("the skill %j is refused", (skill) => {
  expect(closeRequestInput.safeParse({ id: ID, skill }).success).toBe(false);
});

test("a search becomes a title; a long one is cut between words and kept whole as the detail", () => {
  expect(requestFromSearch(" minutes \n in french ")).toEqual({ title: "minutes in french", detail: "" });
  const long = "word ".repeat(600).trim();
  const { title, detail } = requestFromSearch(long);
  expect(title.length).toBeLessThanOrEqual(120);
  expect(title.endsWith("word")).toBe(true);
  expect(askForSkillInput.safeParse({ title, detail }).success).toBe(true);
});
