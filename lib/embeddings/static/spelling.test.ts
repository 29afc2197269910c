import { describe, expect, test } from "vitest";
import { rowOfMisspelt } from "./spelling";

const rowOf = new Map(["kubernetes", "spreadsheet", "review", "reviews", "preview"].map((word, row) => [word, row]));
const meant = (word: string) => [...rowOf.keys()][rowOfMisspelt(word, rowOf) ?? -1];

describe("a word with one mistake is taken for the known word that it was meant to be", () => {
  test.each([
    ["kuberentes", "kubernetes"],
    ["kubernnetes", "kubernetes"],
    ["kubernets", "kubernetes"],
    ["kubernetws", "kubernetes"],
    ["spreadshet", "spreadsheet"],
    ["spreadsheett", "spreadsheet"],
    ["reveiw", "review"],
    ["rview", "review"],
  ])("%s", (wrong, right) => expect(meant(wrong)).toBe(right));

  test.each(["kbrnts", "rev", "übersicht", "review1", "a".repeat(30), "mountain", ""])("“%s” is left alone", (word) => {
    expect(meant(word)).toBeUndefined();
  });
});
