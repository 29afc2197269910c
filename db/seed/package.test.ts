import { expect, test } from "vitest";
import type { SeedEdit } from "@/db/seed/organisation";
import { applyEdit } from "@/db/seed/package";

const skill = [
  "# Review",
  "",
  "Read it.",
  "",
  "## Deep",
  "",
  "```sh",
  "# not a heading",
  "```",
  "",
  "### Deeper",
  "x",
  "",
  "## Last",
  "y",
];

function edited(edit: SeedEdit): string[] {
  const file = { path: "SKILL.md", bytes: new TextEncoder().encode(skill.join("\n")), executable: false };
  return applyEdit([file], edit).map((result) => new TextDecoder().decode(result.bytes));
}

test("a replaced text stands where the old one stood", () => {
  const [text] = edited({ file: "SKILL.md", replace: "Read it.", with: "Read $& twice." });
  expect(text).toContain("Read $& twice.");
  expect(text).not.toContain("Read it.");
});

test("a dropped section takes its subsections along and leaves its neighbours", () => {
  const [text] = edited({ file: "SKILL.md", dropSection: "## Deep" });
  expect(text).toBe(["# Review", "", "Read it.", "", "## Last", "y"].join("\n"));
});

test("a dropped file is gone", () => {
  expect(edited({ dropFile: "SKILL.md" })).toEqual([]);
});

test("an edit that finds nothing is an error that names the file", () => {
  expect(() => edited({ file: "SKILL.md", replace: "absent", with: "" })).toThrow(/SKILL\.md changes nothing/);
  expect(() => edited({ file: "SKILL.md", dropSection: "## Absent" })).toThrow(/SKILL\.md changes nothing/);
  expect(() => edited({ dropFile: "scripts/a.sh" })).toThrow(/scripts\/a\.sh/);
});
