import fc from "fast-check";
import { expect, test } from "vitest";
import { parseQuery } from "./query";
import { stemOf } from "./stem";
import { identityOf, normalised, wordsIn } from "./words";

const surfaces = (text: string) => wordsIn(normalised(text)).map((word) => word.surface);

test.each([
  ["code-review", ["code", "review", "codereview"]],
  ["snake_case_name", ["snake", "case", "name", "snakecasename"]],
  ["useEffect", ["use", "effect", "useeffect"]],
  ["GitHub TypeScript", ["github", "typescript"]],
  ["C++, C# and .NET", ["c++", "c#", "and", ".net"]],
  ["node.js 1.2.3", ["node", "js", "nodejs", "1.2.3"]],
  ["Café don't Anna's", ["cafe", "dont", "anna"]],
  ["ﬁle", ["file"]],
  ["日本語", ["日本", "本語"]],
  ["การ", ["กา", "าร"]],
  ["مرحبا بالعالم", ["مرحبا", "بالعالم"]],
  ["😀 %_ '", []],
])("the words of “%s”", (text, expected) => {
  expect(surfaces(text)).toEqual(expected);
});

test.each([
  ["reviews", "reviewing", "reviewed"],
  ["debug", "debugging", "debugged"],
  ["create", "creating", "created"],
  ["query", "queries", "queried"],
  ["summarise", "summarize", "summarising"],
])("%s, %s and %s are one word", (...forms) => {
  expect(new Set(forms.map(stemOf)).size).toBe(1);
});

test("a name is the same however it is written", () => {
  const forms = ["code-review", "Code Review", "CODE_REVIEW", "codereview", " code  review "];
  expect(new Set(forms.map(identityOf))).toEqual(new Set(["=codereview"]));
});

test("stop words are left out while there are others", () => {
  expect(parseQuery("how do I review a change").words.map((word) => word.surface)).toEqual(["review", "change"]);
  expect(parseQuery("how to").words).toHaveLength(2);
});

test("only a last word that nothing follows may be unfinished", () => {
  expect(parseQuery("debug kuberne").prefix).toMatchObject({ start: "kuberne" });
  for (const q of ["debug kuberne ", "kuberne.", "k", "", "😀"]) expect(parseQuery(q).prefix).toBeNull();
});

test("any text at all can be read, each word standing where it says", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (given) => {
      const text = normalised(given);
      for (const { start, end, surface } of wordsIn(text)) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(surface).not.toMatch(/\p{Cs}/u);
      }
      expect(parseQuery(given).words.length).toBeLessThanOrEqual(64);
    }),
  );
});

test("what is pasted is read up to its limits", () => {
  expect(parseQuery("many different words of a task ".repeat(5_000)).words.length).toBeLessThanOrEqual(64);
  expect(parseQuery("x".repeat(100_000)).words).toHaveLength(1);
});

test("a name is one word however long it is, up to the longest that there are", () => {
  const slug = "fifteen-inspiring-examples-of-midjourney-color-prompts";
  expect(identityOf(slug.replaceAll("-", "").toUpperCase())).toBe(identityOf(slug));
  expect(parseQuery(slug).identity).toBe(identityOf(slug));
  const longest = "name ".repeat(30).slice(0, 149);
  expect(parseQuery(longest).identity).toBe(identityOf(longest));
  expect(parseQuery("a".repeat(400)).identity).toBeNull();
});
