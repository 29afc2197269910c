import fc from "fast-check";
import { expect, test } from "vitest";
import { snippetOf } from "./snippet";

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
