import { expect, test } from "vitest";
import { auditHref, isFiltered, parseAudit } from "./audit";

const asked = {
  actor: "Maya",
  action: "skill.publish" as const,
  type: "skill" as const,
  subject: "Code review",
  from: "2026-11-01",
  to: "2026-11-30",
  cursor: "abc",
};

const queryOf = (href: string) => Object.fromEntries(new URL(href, "http://hall.example").searchParams);

test("an address is read back as it was written", () => {
  expect(parseAudit(queryOf(auditHref(asked)))).toEqual(asked);
  expect(auditHref(parseAudit({}))).toBe("/admin/audit");
});

test("what cannot be meant counts as absent", () => {
  const odd = { action: "skill.burn", type: "tenant", from: "2026-02-30", to: "yesterday", actor: " \0 ", subject: "" };
  expect(parseAudit(odd)).toEqual(parseAudit({}));
  expect(parseAudit({ subject: ["first", "second"] }).subject).toBe("first");
  expect(parseAudit({ subject: "x".repeat(500) }).subject).toHaveLength(100);
});

test("a place in the list is no filter", () => {
  expect(isFiltered(parseAudit({ cursor: "abc" }))).toBe(false);
  expect(isFiltered(parseAudit({ type: "skill" }))).toBe(true);
});
