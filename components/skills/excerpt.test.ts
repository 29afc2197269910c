import { expect, test } from "vitest";
import { excerpt } from "./excerpt";

test.each([
  ["short enough", 20, "short enough"],
  ["two\n lines ", 20, "two lines"],
  ["cut between words, never inside", 20, "cut between words…"],
  ["cut between words, never inside", 18, "cut between words…"],
  ["One whole sentence. Then half of another one", 30, "One whole sentence."],
  ["A b. Then a sentence that is too long", 30, "A b. Then a sentence that is…"],
  ["Donaudampfschifffahrtsgesellschaft", 10, "Donaudampf…"],
  ["123456789😀 more", 10, "123456789…"],
])("%j in %i characters reads %j", (text, limit, expected) => {
  expect(excerpt(text, limit)).toBe(expected);
});
