import fc from "fast-check";
import { expect, test } from "vitest";
import { marked, type Part } from "./marked";

const bold = (parts: Part[]) => parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");

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

test("whatever the text and the words, nothing of the text is lost and nothing is added", () => {
  const letters = fc.string({ unit: "grapheme", maxLength: 300 });
  fc.assert(
    fc.property(letters, fc.array(letters), (text, words) => {
      const line = text.replace(/\s+/g, " ").trim();
      expect(
        marked(text, words)
          .map((part) => part.text)
          .join(""),
      ).toBe(line);
    }),
  );
});
