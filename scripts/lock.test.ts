import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { missingEntries } from "./support/complete-lock.mjs";

test("package-lock.json names every platform's packages, so that npm ci accepts it everywhere", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  // Something is missing? `node scripts/support/complete-lock.mjs` adds it.
  expect(Object.keys(missingEntries(lock))).toEqual([]);
});

test("a platform's package that is missing is found, with where it runs", () => {
  const packages = { "node_modules/a": { dev: true, optionalDependencies: { "@a/win32-arm64-msvc": "1.2.3" } } };
  expect(missingEntries({ packages })).toEqual({
    "node_modules/@a/win32-arm64-msvc": { version: "1.2.3", cpu: ["arm64"], dev: true, optional: true, os: ["win32"] },
  });
});
