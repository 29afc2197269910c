import { describe, expect, test } from "vitest";
import { parseForm } from "@/lib/action";
import { DomainError } from "@/lib/errors";
import { saveSettingsInput } from "./settings";

const filled: [string, string][] = [
  ["name", "Acme"],
  ["tagline", ""],
  ["accentColor", "#AA3300"],
  ["access", "members"],
  ["defaultSort", "rating"],
  ["category", "Red"],
  ["was", "Blue"],
  ["revision", "3"],
];

function form(...changes: [string, string][]): FormData {
  const sent = new FormData();
  const changed = new Set(changes.map(([key]) => key));
  for (const [key, value] of [...filled.filter(([key]) => !changed.has(key)), ...changes]) sent.append(key, value);
  return sent;
}

const fieldsOf = (...changes: [string, string][]): Record<string, string> => {
  try {
    parseForm(saveSettingsInput, form(...changes));
  } catch (error) {
    if (error instanceof DomainError) return { ...error.fields };
    throw error;
  }
  return {};
};

test("the form becomes settings, its rows a list of categories", () => {
  const two: [string, string][] = [
    ["category", "Red"],
    ["category", " Lime "],
    ["was", "Blue"],
    ["was", ""],
  ];
  expect(parseForm(saveSettingsInput, form(...two))).toEqual({
    name: "Acme",
    tagline: "",
    accentColor: "#aa3300",
    access: "members",
    defaultSort: "rating",
    categories: [
      { name: "Red", was: "Blue" },
      { name: "Lime", was: null },
    ],
    opens: false,
    moves: 0,
    revision: 3,
  });
});

test("a row added and left empty says nothing", () => {
  expect(parseForm(saveSettingsInput, form(["category", ""], ["was", ""])).categories).toEqual([]);
});

describe("a field that cannot be used says so", () => {
  test.each<[string, string, ...[string, string][]]>([
    ["an empty name", "name", ["name", " "]],
    ["81 letters", "name", ["name", "x".repeat(81)]],
    ["two lines", "tagline", ["tagline", "a\nb"]],
    ["a character that cannot be seen", "name", ["name", "Acme\u202e"]],
    ["a colour’s name", "accentColor", ["accentColor", "red"]],
    ["a colour with a tail", "accentColor", ["accentColor", "#aabbcc;"]],
    ["an unknown access", "access", ["access", "everyone"]],
    ["an unknown order", "defaultSort", ["defaultSort", "relevance"]],
    ["a revision in words", "revision", ["revision", "latest"]],
    ["a field that nobody asked for", "form", ["slug", "globex"]],
    ["a category’s lost name", "category", ["category", ""]],
    ["a category called other", "category", ["category", "Other"]],
    ["a category twice", "category", ["category", "Red"], ["category", "red"], ["was", "a"], ["was", "b"]],
    ["more names than rows", "category", ["category", "Red"], ["category", "Lime"]],
    ["one category under two names", "category", ["category", "A"], ["category", "B"], ["was", "x"], ["was", "x"]],
    ["41 categories", "category", ...Array.from({ length: 41 }, (_, at) => ["category", `c${at}`] as [string, string])],
    ["a megabyte too much", "tagline", ["tagline", "x".repeat(1_100_000)]],
  ])("%s", (_, field, ...changes) => {
    expect(fieldsOf(...changes)[field]).toMatch(/\.$/);
  });
});

test("a field given twice is refused", () => {
  expect(fieldsOf(["name", "A"], ["name", "B"])).toHaveProperty("name");
});
