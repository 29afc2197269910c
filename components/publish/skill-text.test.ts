import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { skillText } from "./skill-text";

function frontMatter(text: string) {
  return parse(text.split("\n---\n")[0]?.slice(4) ?? "");
}

test("spells a SKILL.md", () => {
  const text = skillText({ name: "code-review", description: "Reviews: code", license: "", body: "# Code review\n" });
  expect(text).toBe('---\nname: code-review\ndescription: "Reviews: code"\n---\n\n# Code review\n');
});

test("whatever is typed reads back as it was typed", () => {
  const words = fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => text.trim());
  fc.assert(
    fc.property(words, words, words, (name, description, license) => {
      const read = frontMatter(skillText({ name, description, license, body: "" }));
      expect(read).toEqual({ name, description, ...(license && { license }) });
    }),
  );
});
