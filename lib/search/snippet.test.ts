import fc from "fast-check";
import { expect, test } from "vitest";
import type { Part } from "./marked";
import { snippetOf } from "./snippet";

const bold = (parts: Part[]) => parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");
const LONG = `${"Nothing is said here. ".repeat(40)}Rebase before a merge. ${"Nor is there more. ".repeat(40)}`;

test("a snippet shows where the words stand together, from the beginning of the sentence", () => {
  expect(bold(snippetOf(LONG, ["merge", "rebase"]))).toMatch(/^…\[Rebase\] before a \[merge\]\. Nor is there .*…$/);
});

test("a short text is shown whole, and without a match the beginning", () => {
  expect(bold(snippetOf("One\n\n two.", ["two"]))).toBe("One [two].");
  expect(bold(snippetOf(LONG, ["xylophone"]))).toMatch(/^Nothing is said here\. .*…$/);
  expect(snippetOf("", ["a"])).toEqual([]);
});

test("whatever the text and the words, the parts say nothing that the text does not, and are short", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 600 }),
      fc.array(fc.string({ unit: "grapheme" })),
      (text, words) => {
        const line = text.replace(/\s+/g, " ").trim();
        const said = snippetOf(text, words)
          .map((part) => part.text)
          .join("");
        expect(line).toContain(said.replace(/^…/, "").replace(/…$/, ""));
        expect(said.length).toBeLessThanOrEqual(190);
      },
    ),
  );
});
