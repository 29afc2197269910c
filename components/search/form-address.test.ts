import { expect, test } from "vitest";
import { parseBrowse } from "@/lib/inputs/browse";
import { browseHref } from "../skills/browse-links";
import { formAddress, sameWords } from "./form-address";

test("what a form leads to is the address of the list that it shows", () => {
  const fields: [string, string][] = [
    ["q", " code review "],
    ["category", "A&B"],
    ["tag", "git"],
    ["tag", "safety"],
    ["rating", "4"],
    ["updated", "month"],
    ["sort", ""],
  ];
  const address = formAddress(fields);
  const list = parseBrowse(new URLSearchParams(address.split("?")[1]), "rating");
  expect(address).toBe(browseHref({ ...list, sort: "" }));
  expect(formAddress([["q", "  "]])).toBe("/skills");
});

test("a space after a word is no other search", () => {
  expect([sameWords("code ", "code"), sameWords("code r", "code")]).toEqual([true, false]);
});
