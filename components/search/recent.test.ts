import { expect, test } from "vitest";
import { forgetSearch, forgetSearches, RECENT, recentSearches, rememberSearch } from "./recent";

function storage(kept: string | null = null) {
  const items = new Map<string, string>(kept === null ? [] : [[RECENT, kept]]);
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

test("the newest is first, each is there once, and no more than six", () => {
  const kept = storage();
  for (const words of ["a", "b", " A ", "c  d", "e", "f", "g", "h"]) rememberSearch(words, kept);
  expect(recentSearches(kept)).toEqual(["h", "g", "f", "e", "c d", "A"]);
});

test("one is forgotten, or all, and then nothing is left behind", () => {
  const kept = storage();
  for (const words of ["a", "b", "c"]) rememberSearch(words, kept);
  forgetSearch("b", kept);
  expect(recentSearches(kept)).toEqual(["c", "a"]);
  forgetSearches(kept);
  expect(kept.items.size).toBe(0);
});

test("neither nothing nor a pasted task is kept", () => {
  const kept = storage();
  for (const words of ["", "  ", "x".repeat(201)]) rememberSearch(words, kept);
  expect(recentSearches(kept)).toEqual([]);
});

test.each(["{", "null", "1", '"a"', '{"0":"a"}', "[1,null,[]]"])(
  "what somebody else put there, %s, is nothing",
  (there) => {
    expect(recentSearches(storage(there))).toEqual([]);
  },
);

test("a browser that refuses goes without", () => {
  const refuse = () => {
    throw new Error("no");
  };
  const kept = { getItem: refuse, setItem: refuse, removeItem: refuse };
  rememberSearch("a", kept);
  expect(recentSearches(kept)).toEqual([]);
  expect(recentSearches(null)).toEqual([]);
});
