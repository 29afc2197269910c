import fc from "fast-check";
import { expect, test } from "vitest";
import { loggedQuery, MAX_LOGGED } from "./logged-query";

test.each([
  ["  Code\t Review ", "code review"],
  ["ＰＤＦ to Word", "pdf to word"],
  ["a\u0000b\u200bc", "a b c"],
  ["Überblick", "überblick"],
  ["C++ / .NET 8.0", "c++ / .net 8.0"],
  ["minutes of 2026-11-24", "minutes of 2026-11-24"],
  ["iso 27001:2022", "iso 27001:2022"],
  ["test-case-from-requirement-12", "test-case-from-requirement-12"],
  ["part cx12345678a", "part cx12345678a"],
  ["💥", "💥"],
])("%j is kept as %j", (typed, kept) => {
  expect(loggedQuery(typed)).toBe(kept);
});

// Put together here, so that this file holds nothing that looks like a key.
const KEY = ["ghp", "_", "k3Jx9QmZ2vRtY8wLpN6bHdF4sGcA7eUiO1Tz"].join("");

test.each([
  "",
  " \n\u200b",
  "mail from priya@acme.example",
  "Priya＠acme.example",
  "call 0171 234 56 78",
  "+49 (171) 2345678",
  "555-867-5309",
  `what is ${KEY}`,
  "d41d8cd98f00b204e9800998ecf8427e",
  "3f2b8c1e-5d7a-4c3e-9b1f-2a6d8e4c7b90",
  `${"word ".repeat(300)} priya@acme.example`,
])("%j is not kept", (typed) => {
  expect(loggedQuery(typed)).toBeNull();
});

test("whatever is typed is kept in 1 to 200 characters or not at all", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 600 }), (typed) => {
      const kept = loggedQuery(typed);
      if (kept === null) return;
      expect([...kept].length).toBeGreaterThanOrEqual(1);
      expect([...kept].length).toBeLessThanOrEqual(MAX_LOGGED);
      expect(kept).toBe(kept.trim());
    }),
  );
});
