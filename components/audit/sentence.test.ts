import { expect, test } from "vitest";
import { AUDIT_ACTIONS, type AuditAction, type Subject } from "@/lib/audit-action";
import { changeLines } from "./change-lines";
import { auditSentence, type Told } from "./sentence";

type Details = Told["before"];

const told = (action: AuditAction, subject: Partial<Subject>, before: Details = null, after: Details = null): Told => ({
  actorName: "Maya Chen",
  action,
  subject: { type: "skill", id: "1", name: "Code review", ...subject },
  before,
  after,
});

const sam = { type: "member", name: "Sam" } as const;

test.each<[string, Told]>([
  ["asked for a sign-in link", told("link.request", {})],
  ["added Sam as an admin", told("member.add", sam, null, { role: "admin" })],
  ["made Sam a reviewer, who was an admin", told("member.change_role", sam, { role: "admin" }, { role: "reviewer" })],
  ["removed Sam", told("member.remove", sam, { role: "member" })],
  ["gave Code review 1 star", told("rating.save", {}, null, { stars: 1 })],
  ["changed their rating of Code review from 3 stars to 5 stars", told("rating.save", {}, { stars: 3 }, { stars: 5 })],
  ["had search use tiny-embed", told("search_model.update", {}, null, { model: "tiny-embed", key: "none" })],
  ["removed the hall’s own search model", told("search_model.update", {}, { model: "tiny-embed" })],
  ["asked for a skill: “Minutes in French”", told("request.create", { type: "request", name: "Minutes in French" })],
  [
    "closed the request “Minutes”, which Meeting notes answers",
    told("request.close", { type: "request", name: "Minutes" }, {}, { skill: "Meeting notes" }),
  ],
  ["closed the request “Minutes”", told("request.close", { type: "request", name: "Minutes" }, {}, { skill: null })],
  ["signed in by a link", told("session.open", {}, null, { method: "link" })],
  ["changed the name and the accent colour", told("settings.update", {}, {}, { name: "B", accentColor: "#000000" })],
  ["opened the hall to public reading", told("settings.update", {}, { access: "members" }, { access: "public" })],
  ["added a logo", told("settings.update", {}, { logo: null }, { logo: "ab" })],
  ["removed the logo", told("settings.update", {}, { logo: "ab" }, { logo: null })],
  [
    "changed the title, the category and the tags of Code review",
    told("skill.edit", {}, {}, { name: 1, category: 1, tags: 1 }),
  ],
  ["published Code review 1.2.0", told("skill.publish", {}, null, { version: "1.2.0" })],
  ["published Code review 1.3.0", told("version.publish", { name: "Code review 1.3.0" })],
  ["downloaded Code review 1.2.0", told("usage.record", {}, null, { kind: "download", version: "1.2.0" })],
  ["copied the way to install Code review", told("usage.record", {}, null, { kind: "install_copy" })],
])("Maya Chen %s.", (words, entry) => {
  expect(auditSentence(entry)).toBe(`Maya Chen ${words}.`);
});

test.each(AUDIT_ACTIONS)("%s is told in words even when the log kept no details", (action) => {
  const sentence = auditSentence(told(action, {}));
  expect(sentence).toMatch(/^Maya Chen [a-z].*\.$/);
  expect(sentence).not.toMatch(/undefined|null|\[object|NaN|\w\.\w/);
});

test("details are lines with what was and what is", () => {
  const before = { name: "Acme", categories: ["Red", "Blue"], minutesSaved: null };
  const after = { name: "Acme Robotics", categories: ["Red"], movedSkills: [{ from: "Blue", to: "other", skills: 2 }] };
  expect(changeLines({ before, after })).toEqual([
    { label: "Name", before: "Acme", after: "Acme Robotics" },
    { label: "Categories", before: "Red, Blue", after: "Red" },
    { label: "Minutes saved" },
    { label: "Moved skills", after: "2 from Blue to other" },
  ]);
});

test("a long text is cut between letters, and only beyond its limit", () => {
  const shown = (text: string) => changeLines({ before: null, after: { text } }, 3)[0]?.after;
  expect(shown("abc")).toBe("abc");
  expect(shown("abcd")).toBe("abc…");
  expect(shown("🦊🦊🦊🦊")).toBe("🦊🦊🦊…");
});
