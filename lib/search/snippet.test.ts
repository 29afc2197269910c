import fc from "fast-check";
import { expect, test } from "vitest";
import { markedText, snippetOf } from "./snippet";
import { normalised, wordsIn } from "./words";

const long = `${"Nothing to see here. ".repeat(30)}Debugging a crash loop of pods begins with the logs. ${"More of the same. ".repeat(30)}`;

test("the piece with most of the words is shown, its matches marked", () => {
  const pieces = snippetOf(long, ["debug", "crash"]);
  expect(pieces.filter((piece) => piece.isMatch).map((piece) => piece.text)).toEqual(["Debugging", "crash"]);
  expect(pieces.at(0)?.text).toBe("… ");
  expect(pieces.at(-1)?.text).toBe(" …");
});

test("a short text is shown whole, an empty one not at all", () => {
  expect(snippetOf("Reviews code.", ["review"])).toEqual([
    { text: "Reviews", isMatch: true },
    { text: " code.", isMatch: false },
  ]);
  expect(snippetOf("", ["review"])).toEqual([]);
});

test("of any text it shows a piece that is in it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 600 }), (given) => {
      const shown = snippetOf(`${given} review ${given}`, ["review"]);
      expect(shown.map((piece) => piece.text).join("").length).toBeLessThanOrEqual(220);
    }),
  );
});

const FORMS = `People analyses the matrices' indices; children wrote C++ and C# for .NET with useEffect, CodeReviewBot, e-mail,
A.B.C, o’Reilly's café, naïve Œuvre, don't, copies copied copy flies, running, analysed analysing, 1.2.3, React-based #tags
x y 東京タワーで働く ﬁle İstanbul ſend 𝒜lpha-beta`;

test.each(wordsIn(normalised(FORMS)))("“$surface” is marked wherever it stands, in whatever form", ({ stem }) => {
  const text = normalised(FORMS);
  const forms = wordsIn(text).filter((word) => word.stem === stem);
  const marks = markedText(FORMS, [stem]).filter(({ isMatch }) => isMatch);
  const ends = new Set(forms.map(({ start, end }) => text.slice(start, end)));
  expect(marks.length).toBeGreaterThan(0);
  for (const { text } of marks) expect(ends).toContain(text);
  // Signs in pairs overlap, of which only the first is marked.
  const apart = forms.filter(({ start }, index) => start >= (forms[index - 1]?.end ?? 0));
  expect(marks).toHaveLength(apart.length);
});
