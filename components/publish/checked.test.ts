import { expect, test } from "vitest";
import { type Checked, verdictOf } from "./checked";

const skill = { slug: "code-review", title: "", description: "", tags: [], version: null, size: 1, files: [] };
const next = { patch: "1.0.1", minor: "1.1.0", major: "2.0.0" };
const existing = { slug: "code-review", latestVersion: "1.0.0", mine: true, authorName: "Mei Tanaka" };
const good: Checked = { skill, findings: [], existing: null, similar: [], next };
const finding = { target: "agentskills", level: "error" as const, rule: "", file: "", line: null, message: "" };

test("a name that nobody has is a new skill", () => expect(verdictOf(good, null).kind).toBe("new"));
test("one's own name is a next version", () =>
  expect(verdictOf({ ...good, existing }, null)).toMatchObject({ kind: "next", latestVersion: "1.0.0" }));
test("another's name is refused, naming whose it is", () =>
  expect(verdictOf({ ...good, existing: { ...existing, mine: false } }, null)).toMatchObject({
    because: expect.stringContaining("Mei Tanaka"),
  }));
test("a next version must have the skill's own name", () =>
  expect(verdictOf({ ...good, existing }, "release-notes").kind).toBe("refused"));
test("an admin may be expected to publish a version of another's skill", () =>
  expect(verdictOf({ ...good, existing: { ...existing, mine: false } }, "code-review").kind).toBe("next"));
test("only errors that refuse are counted", () => {
  const findings = [finding, { ...finding, target: "claude.ai" }, { ...finding, level: "warning" as const }];
  expect(verdictOf({ ...good, skill: null, findings }, null)).toMatchObject({
    because: "1 error to correct before this can be published.",
  });
});
