import { expect, test } from "vitest";
import { passageText } from "./skill-text";

test("a skill's text begins with its name and description, and ends before its body gets long", () => {
  const text = passageText({
    name: "code-review",
    description: "Reviews code.",
    tags: ["git", "quality"],
    body: "b".repeat(9_000),
  });
  expect(text.slice(0, 45)).toBe("code-review\n\nReviews code.\n\ngit, quality\n\nbbb");
  expect(text.length).toBeLessThan(8_100);
});

test("what a skill does not have leaves no gap", () => {
  expect(passageText({ name: "a", description: "", tags: [], body: "b" })).toBe("a\n\nb");
});
