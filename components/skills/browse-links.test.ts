import { describe, expect, test } from "vitest";
import { type Browse, browseHref, isNarrowed, resultSentence } from "./browse-links";

const all: Browse = { q: "", category: null, tags: [], author: null, rating: null, updated: null, sort: "" };

describe("the address of a list", () => {
  test("of everything has no query", () => expect(browseHref(all)).toBe("/skills"));
  test("holds each filter once, escaped", () => {
    const href = browseHref({ ...all, q: "c & a", category: "Field service", tags: ["a", "b"], cursor: "x/y" });
    expect(href).toBe("/skills?q=c+%26+a&category=Field+service&tag=a&tag=b&cursor=x%2Fy");
    expect(browseHref({ ...all, rating: 4, updated: "week", sort: "uses" })).toBe(
      "/skills?rating=4&updated=week&sort=uses",
    );
  });
  test("is narrowed by anything but words and order", () => {
    expect(isNarrowed({ ...all, q: "git", sort: "name" })).toBe(false);
    for (const one of [
      { category: "a" },
      { tags: ["a"] },
      { author: "a" },
      { rating: 3 },
      { updated: "year" },
    ] as const)
      expect(isNarrowed({ ...all, ...one } as Browse)).toBe(true);
  });
});

describe("the sentence over a list", () => {
  test.each<[number, Partial<Browse>, string | null, string]>([
    [0, {}, null, "No skills"],
    [1, {}, null, "1 skill"],
    [2835, {}, null, "2,835 skills"],
    [42, { q: "git", category: "Engineering" }, null, "42 skills for “git” in Engineering"],
    [2, { tags: ["review", "safety", "merge"] }, null, "2 skills, tagged review, safety and merge"],
    [2, { author: "id" }, "Mei Tanaka", "2 skills, by Mei Tanaka"],
    [2, { rating: 4, updated: "quarter" }, null, "2 skills, rated 4 and up, updated in the past three months"],
    [0, { author: "id" }, null, "No skills, by one author"],
  ])("%i with %j reads so", (total, change, author, sentence) => {
    expect(resultSentence(total, { ...all, ...change }, author)).toBe(sentence);
  });
});
