import { describe, expect, test } from "vitest";
import { bagOf, knownWords } from "./bag";
import { vocabularyOf } from "./vocabulary";

const WORDS = [
  "review",
  "code",
  "codereview",
  "3d",
  "api",
  "apis",
  "git",
  "hub",
  "github",
  "c++",
  "c#",
  ".net",
  "node.js",
];
const vocabulary = vocabularyOf(
  [...WORDS, "node", "js", "word", "resume", "处理", "é", "übersicht", "a".repeat(41)],
  50,
);

/** How often each row is meant, by the words as they are cut out one by one; of a text shorter than a beginning. */
function countsOf(text: string): [number, number][] {
  const counts = new Map<number, number>();
  for (const { row } of knownWords(text, vocabulary)) {
    if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + 3);
  }
  return [...counts].map(([row, count]) => [row, Math.log2(1 + count)]);
}

const knownRowsOf = (text: string) => [...bagOf(text, vocabulary)].filter(([row]) => row < vocabulary.words);

describe("words read where they stand give the bag that words cut out give", () => {
  test.each([
    "Review the CODE, review code-review and codeReview.",
    "3D API APIs 3d-api api2 api_ -api .api api. api.. api.3d",
    "GitHub GITHUB github gitHub git.hub git_hub Git-Hub HTMLReview",
    "C++ c+ c++x C# c#x .NET x.NET Node.js node.js. NODE.JS",
    "résumé Resume RESUME re\u0301sume\u0301 É é Übersicht review’s review— —review reviewé éreview",
    "处理code 处理 ＣＯＤＥ ﬁle code\u200d code\ufe0f 😀code code😀 code\ud800 \udc00code",
    "שלום code \u202ecode\u202c",
    `${"a".repeat(41)} ${"A".repeat(40)} ${"word".repeat(20)} word`,
    "code@review.com {code} [word] 'word' \"word\" word/code word\\code word\0code",
    "",
  ])("%s", (text) => expect(knownRowsOf(text)).toEqual(countsOf(text)));
});
