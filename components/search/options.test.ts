import { describe, expect, test } from "vitest";
import { filled, fitting, flat, nextActive, type Option } from "./options";
import { recentGroup, suggestedGroups } from "./suggested";
import { completed, NOTHING } from "./suggestions";

describe("the arrows go round", () => {
  test.each([
    [-1, "ArrowDown", true, 0],
    [0, "ArrowDown", true, 1],
    [2, "ArrowDown", true, -1],
    [2, "ArrowDown", false, 0],
    [-1, "ArrowUp", true, 2],
    [0, "ArrowUp", true, -1],
    [0, "ArrowUp", false, 2],
    [1, "ArrowUp", false, 0],
  ])("from %i by %s, passing the field: %s", (active, key, viaField, expected) => {
    expect(nextActive(active, 3, key, viaField)).toBe(expected);
  });

  test("and stay in the field where there is nothing", () => {
    expect(nextActive(-1, 0, "ArrowDown", true)).toBe(-1);
    expect(nextActive(-1, 0, "ArrowUp", true)).toBe(-1);
  });
});

test.each([
  ["rev", "review", "review"],
  ["code rev", "review", "code review"],
  ["code rev", "code review", "code review"],
  ["Code Rev", "code review", "code review"],
  ["code ", "review", "code review"],
])("“%s” is finished by “%s”", (typed, word, expected) => {
  expect(completed(typed, word)).toBe(expected);
});

test("what is suggested leads to its page, and words to their search", () => {
  const groups = suggestedGroups("code r", {
    skills: [{ slug: "code-review", name: "Code review", description: "Reviews a change." }],
    words: ["r&d"],
    people: [{ id: "7", name: "Mei Tanaka" }],
  });
  expect(flat(groups).map((option) => option.href)).toEqual([
    "/skills/code-review",
    "/skills?q=code%20r%26d",
    "/people/7",
  ]);
  expect(new Set(flat(groups).map((option) => option.key)).size).toBe(3);
  expect(filled(suggestedGroups("x", NOTHING))).toEqual([]);
});

test("recent searches can be forgotten, one or all; without any there is nothing to clear", () => {
  const forgotten: string[] = [];
  const { options } = recentGroup(
    ["a", "b"],
    (one) => forgotten.push(one),
    () => forgotten.push("all"),
  );
  options[1]?.forget?.();
  options[2]?.run?.();
  expect(forgotten).toEqual(["b", "all"]);
  expect(
    recentGroup(
      [],
      () => {},
      () => {},
    ).options,
  ).toEqual([]);
});

test("pages and actions are found by any of their words", () => {
  const options: Option[] = [
    { key: "a", label: "Publish a skill", icon: "action" },
    { key: "b", label: "Audit log", icon: "page" },
  ];
  expect(fitting(options, "skill pub").map((option) => option.key)).toEqual(["a"]);
  expect(fitting(options, "LOG").map((option) => option.key)).toEqual(["b"]);
  expect(fitting(options, " ")).toHaveLength(2);
});
