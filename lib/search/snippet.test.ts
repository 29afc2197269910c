import fc from "fast-check";
import { expect, test } from "vitest";
import { marked, type Part, snippetOf } from "./snippet";

const bold = (parts: Part[]) => parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");
const LONG = `${"Nothing is said here. ".repeat(40)}Rebase before a merge. ${"Nor is there more. ".repeat(40)}`;

test.each([
  ["a word", "Review the change", ["review"], "[Review] the change"],
  [
    "forms of a word",
    "Reviewing reviews, reviewers reviewed",
    ["review"],
    "[Reviewing] [reviews], [reviewers] [reviewed]",
  ],
  ["a form that was typed", "Run a review", ["reviewing", "running"], "[Run] a [review]"],
  ["a word that is begun", "Kubernetes", ["kube"], "[Kubernetes]"],
  ["no short word inside another", "An idea is a tool", ["a"], "An idea is [a] tool"],
  ["parts of a name", "code review, code-review", ["code-review"], "[code] [review], [code]-[review]"],
  ["names with signs", "C++ and C# and C", ["c++"], "[C++] and C# and C"],
  ["a language without spaces", "この技能を検索する", ["技能", "検索"], "この[技能]を[検索]する"],
  ["letters with accents", "Un café noir", ["café"], "Un [café] noir"],
  ["right to left", "سلام يا عالم", ["عالم"], "سلام يا [عالم]"],
  ["nothing of a tag", "a <script>alert(1)</script>", ["script"], "a <[script]>alert(1)</[script]>"],
  ["nothing", "a text", ["other", "(", ".*", ""], "a text"],
])("%s is marked", (_, text, words, expected) => {
  expect(bold(marked(text, words))).toBe(expected);
});

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
        expect(
          marked(text, words)
            .map((part) => part.text)
            .join(""),
        ).toBe(line);
        const said = snippetOf(text, words)
          .map((part) => part.text)
          .join("");
        expect(line).toContain(said.replace(/^…/, "").replace(/…$/, ""));
        expect(said.length).toBeLessThanOrEqual(190);
      },
    ),
  );
});
