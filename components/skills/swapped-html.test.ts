import fc from "fast-check";
import { expect, test } from "vitest";
import { swapped } from "./swapped-html";

test("done twice, any text is itself again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(swapped(swapped(text))).toBe(text);
    }),
  );
});

test("holds nothing that a script's data must escape where HTML did", () => {
  expect(swapped('<p class="a">&amp;</p>')).toBe("~p class=`a`|^amp;~/p|");
});
