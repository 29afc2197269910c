import { expect, test } from "vitest";
import { charactersOf } from "./characters";
import { readJoined } from "./joined-word";
import { endOfPlainWord, inSmallLetters } from "./plain-word";

const PIECES = [..."aZ09-_.+# \n/é漢😀", "Word", "API", "HTMLFile", "s", "e\u0301", "\ud800", "a".repeat(41)];
const TEXTS = PIECES.flatMap((one) => PIECES.flatMap((two) => PIECES.map((three) => `b${one}${two}${three}`)));

test("a word that is read as plain is, to the closer look, the same one word", () => {
  let plain = 0;
  for (const text of [...TEXTS, ...TEXTS.map((each) => each.slice(1).toUpperCase())]) {
    const characters = charactersOf(text);
    const end = endOfPlainWord(characters.units, 0);
    if (end === 0) continue;
    plain += 1;
    const word = end > 40 ? "" : inSmallLetters(characters, 0, end);
    const taken: unknown[] = [];
    expect([text, readJoined(characters, 0, (...chunk) => taken.push(chunk))]).toEqual([text, end]);
    expect([text, taken]).toEqual([text, [[word, [], false]]]);
  }
  expect(plain).toBeGreaterThan(TEXTS.length / 4);
});
