import { describe, expect, test } from "vitest";
import { browseHref, resultSentence } from "./browse-links";

const all = { q: "", category: null, tags: [], author: null, sort: "" };

describe("the address of a list", () => {
  test("of everything has no query", () => expect(browseHref(all)).toBe("/skills"));
  test("holds each filter once, escaped", () => {
    const href = browseHref({ ...all, q: "c & a", category: "Field service", tags: ["a", "b"], cursor: "x/y" });
    expect(href).toBe("/skills?q=c+%26+a&category=Field+service&tag=a&tag=b&cursor=x%2Fy");
  });
});

describe("the sentence over a list", () => {
  test.each([
    [0, {}, null, "No skills"],
    [1, {}, null, "1 skill"],
    [2835, {}, null, "2,835 skills"],
    [42, { q: "git", category: "Engineering" }, null, "42 skills for “git” in Engineering"],
    [2, { tags: ["review", "safety", "merge"] }, null, "2 skills, tagged review, safety and merge"],
    [2, { author: "id" }, "Mei Tanaka", "2 skills, by Mei Tanaka"],
    [0, { author: "id" }, null, "No skills, by one author"],
  ])("%i with %j reads so", (total, change, author, sentence) => {
    expect(resultSentence(total, { ...all, ...change }, author)).toBe(sentence);
  });
});
