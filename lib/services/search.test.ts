import { expect, test } from "vitest";
import type { MemberContext } from "@/lib/context";
import { parseBrowse } from "@/lib/inputs/browse";
import { browseSkills } from "./browse";
import { searchSkills } from "./search";
import { soughtWords } from "./search-words";
import { CANARY, publish, twoHalls } from "./skill-testing";
import { someone } from "./testing";

const find = async (ctx: MemberContext, q: string) =>
  (await browseSkills(ctx, parseBrowse({ q }, "rating"))).skills.map((skill) => skill.slug);

async function hallWithSkills(): Promise<MemberContext> {
  const ctx = await someone("member");
  await publish(ctx, { name: "calendar", title: "Calendar", body: "Dates." });
  await publish(ctx, {
    name: "meeting-notes",
    title: "Calendar calendar notes",
    description: "Calendar notes for every calendar. Use it after meetings.",
    body: "Calendar calendar calendar.",
  });
  await publish(ctx, {
    name: "kubernetes-debug",
    title: "Debugging pods",
    tags: ["cluster"],
    body: "## Crash loops\n\nLogs.",
  });
  await publish(ctx, { name: "git-helper", title: "Git helper", body: "Rebase kindly." });
  return ctx;
}

test("the skill with this very name comes first, in any case, with or without hyphens", async () => {
  const ctx = await hallWithSkills();
  for (const q of ["calendar", "Calendar", "CALENDAR "]) expect((await find(ctx, q))[0]).toBe("calendar");
  for (const q of ["git-helper", "git helper", "githelper", "Git_Helper"])
    expect((await find(ctx, q))[0]).toBe("git-helper");
});

test.each([
  ["a name", "debugging", "kubernetes-debug"],
  ["a part of a name", "kubernetes", "kubernetes-debug"],
  ["a tag", "cluster", "kubernetes-debug"],
  ["a description", "meetings", "meeting-notes"],
  ["a heading", "crash", "kubernetes-debug"],
  ["a text", "rebase", "git-helper"],
  ["another form of a word", "debugged", "kubernetes-debug"],
  ["a word that is not finished", "kuberne", "kubernetes-debug"],
])("%s is found", async (_, q, slug) => {
  expect(await find(await hallWithSkills(), q)).toEqual([slug]);
});

test("skills with every word come before those with any, which come only when the first are few", async () => {
  const ctx = await hallWithSkills();
  expect(await find(ctx, "rebase crash")).toEqual(expect.arrayContaining(["git-helper", "kubernetes-debug"]));
  for (let index = 0; index < 5; index += 1)
    await publish(ctx, { name: `both-${index}`, title: "Both", body: "Rebase after a crash." });
  expect((await find(ctx, "rebase crash")).every((slug) => slug.startsWith("both-"))).toBe(true);
});

test.each([
  "😀",
  "'",
  '"',
  "\\",
  "%",
  "_",
  "%%%",
  "a & b | !c",
  "<->",
  "(((",
  "' or 1=1 --",
  "'; drop table skills; --",
  ":*",
  "a:*b",
  "\u0000",
  "\ud800",
  "\u202e",
  "the of and",
  "日本語",
  "naïve café",
  "ﬁ",
  "x".repeat(2_000),
  "word ".repeat(400),
  "y".repeat(20_000),
  "\n\t ",
  "1e400",
  "-1",
])("no. %# of the odd things to type never fails", async (q) => {
  const ctx = await someone("member");
  await publish(ctx);
  expect(Array.isArray(await searchSkills(ctx, q))).toBe(true);
  expect(Array.isArray(await find(ctx, q))).toBe(true);
});

test("what is typed never becomes an operator", () => {
  expect(soughtWords("code & !review | (x:*)")).toMatchObject({ every: "code & review & x", slug: "code-review-x" });
  expect(soughtWords("'; drop table")).toMatchObject({ every: "drop & table:*" });
  expect(soughtWords("%_ ")).toMatchObject({ every: null, any: null });
});

test("the neighbour's words find nothing here, and their skills change no rank", async () => {
  const { mine } = await twoHalls();
  await publish(mine);
  const before = await searchSkills(mine, "code review");
  expect(before).toHaveLength(1);
  expect(await searchSkills(mine, CANARY)).toEqual([]);
  const third = await someone("member");
  await publish(third, { body: "Code review, code review." });
  expect(await searchSkills(mine, "code review")).toEqual(before);
});
