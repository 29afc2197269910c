import { expect, test } from "vitest";
import { searchPostings, skillDocuments } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { parseBrowse } from "@/lib/inputs/browse";
import { browseSkills } from "./browse";
import { inTenant } from "./scope";
import { searchSkills } from "./search";
import { reindexOutdated } from "./search-catch-up";
import { archiveSkill, restoreSkill } from "./skill-status";
import { CANARY, publish, twoHalls } from "./skill-testing";
import { someone } from "./testing";
import { derive } from "./unit";

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

test("whoever has more of the words comes first, and nobody is left out for lacking one", async () => {
  const ctx = await hallWithSkills();
  expect(await find(ctx, "rebase crash")).toEqual(expect.arrayContaining(["git-helper", "kubernetes-debug"]));
  for (let index = 0; index < 5; index += 1)
    await publish(ctx, { name: `both-${index}`, title: "Both", body: "Rebase after a crash." });
  expect((await find(ctx, "rebase crash")).slice(0, 5).every((slug) => slug.startsWith("both-"))).toBe(true);
});

test.each([
  ["one letter wrong", "kubernites"],
  ["one missing", "kuberntes"],
  ["one too many", "kuberneetes"],
  ["two swapped", "kubenretes"],
  ["a slip in a name's middle", "kubernetes-debgu"],
  ["a slip in a joined name", "kubernetsdebug"],
])("%s is understood, and said", async (_, q) => {
  const { found, corrections, isClose } = await searchSkills(await hallWithSkills(), { q });
  expect(found).toHaveLength(1);
  expect(corrections).toHaveLength(1);
  expect(isClose).toBe(true);
});

test("each result says what it was found by, and the points add up to its score", async () => {
  const { found } = await searchSkills(await hallWithSkills(), { q: "debugging crashes" });
  expect(found[0]?.reasons).toMatchObject([
    { word: "debugging", matched: "debug", field: "name", how: "stem" },
    { word: "crashes", matched: "crash", field: "headings", how: "stem" },
  ]);
  const sum = found[0]?.reasons.reduce((points, reason) => points + reason.points, 0) ?? 0;
  expect(found[0]?.score).toBeCloseTo(sum, 1);
});

test("what nobody has is told apart from what is only near", async () => {
  const ctx = await hallWithSkills();
  expect(await searchSkills(ctx, { q: "zzyzx" })).toMatchObject({ found: [], isClose: false });
  expect(await searchSkills(ctx, { q: "zzyzx qwerty uiopas rebase" })).toMatchObject({ isClose: false });
  expect(await searchSkills(ctx, { q: "rebase" })).toMatchObject({ isClose: true });
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
  expect(Array.isArray((await searchSkills(ctx, { q })).found)).toBe(true);
  expect(Array.isArray(await find(ctx, q))).toBe(true);
});

test("languages that write no spaces are found by a part of a sentence", async () => {
  const ctx = await someone("member");
  await publish(ctx, {
    name: "minutes",
    title: "議事録",
    description: "会議の議事録を日本語で作成します。",
    body: "手順",
  });
  await publish(ctx, { name: "thai", title: "สรุปการประชุม", description: "ช่วยสรุปการประชุมเป็นภาษาไทย", body: "ขั้นตอน" });
  expect((await find(ctx, "会議の議事録"))[0]).toBe("minutes");
  expect((await find(ctx, "สรุปประชุม"))[0]).toBe("thai");
});

test("the neighbour's words find, complete and correct nothing here", async () => {
  const { mine } = await twoHalls();
  await publish(mine);
  const before = await searchSkills(mine, { q: "code review" });
  expect(before.found).toHaveLength(1);
  for (const q of [CANARY, CANARY.slice(0, 6), `${CANARY}x`, `${CANARY}-review`.replace("review", "")]) {
    expect(await searchSkills(mine, { q })).toMatchObject({ found: [], corrections: [] });
  }
  const third = await someone("member");
  await publish(third, { body: "Code review, code review." });
  expect(await searchSkills(mine, { q: "code review" })).toEqual(before);
});

test("what the neighbours write makes no word rarer or more frequent here", async () => {
  const mine = await someone("admin");
  // Here “alpha” is rare and “beta” is not; next door it is the other way round.
  await publish(mine, { name: "with-alpha", title: "One", description: "Says alpha.", body: "Text." });
  for (let index = 0; index < 6; index += 1)
    await publish(mine, { name: `with-beta-${index}`, title: "One", description: "Says beta.", body: "Text." });
  const before = await searchSkills(mine, { q: "alpha beta" });
  expect((await find(mine, "alpha beta"))[0]).toBe("with-alpha");
  const theirs = await someone("admin");
  for (let index = 0; index < 30; index += 1)
    await publish(theirs, { name: `a-${index}`, title: "One", description: "Says alpha.", body: "Text." });
  expect(await searchSkills(mine, { q: "alpha beta" })).toEqual(before);
});

test("what the neighbours' skills mean weighs nothing here, however near to the question", async () => {
  const mine = await hallWithSkills();
  const q = "a debugging helper for containers that keep crashing";
  const before = await searchSkills(mine, { q });
  expect(before.found.flatMap(({ reasons }) => reasons).map(({ how }) => how)).toContain("meaning");
  const theirs = await someone("member");
  await publish(theirs, {
    name: "containers-that-crash",
    title: "A debugging helper for containers that keep crashing",
    description: "Debugs containers that keep crashing. Use it when a container crashes again and again.",
    body: "A debugging helper for containers that keep crashing.",
  });
  expect(await searchSkills(mine, { q })).toEqual(before);
});

test("what is archived is out of the index, and back in it when it is restored", async () => {
  const ctx = await hallWithSkills();
  await archiveSkill(ctx, { slug: "git-helper" });
  for (const q of ["rebase", "git-helper", "reba"]) expect((await searchSkills(ctx, { q })).found).toEqual([]);
  await restoreSkill(ctx, { slug: "git-helper" });
  expect(await find(ctx, "rebase")).toEqual(["git-helper"]);
});

test("skills published at the same time are all indexed", async () => {
  const ctx = await someone("member");
  const names = Array.from({ length: 8 }, (_, index) => `at-once-${index}`);
  await Promise.all(names.map((name) => publish(ctx, { name, title: name, body: "Simultaneous words." })));
  expect((await find(ctx, "simultaneous")).sort()).toEqual(names);
});

test("what was indexed by an older reading is indexed again, and found", async () => {
  const ctx = await hallWithSkills();
  const before = await searchSkills(ctx, { q: "calendar notes" });
  await derive(ctx, async (tx) => {
    await tx.delete(searchPostings).where(inTenant(ctx, searchPostings));
    await tx.update(skillDocuments).set({ indexVersion: 0, words: [] }).where(inTenant(ctx, skillDocuments));
  });
  const unindexed = (await searchSkills(ctx, { q: "calendar notes" })).found;
  expect(unindexed.flatMap(({ reasons }) => reasons).filter(({ how }) => how !== "meaning")).toEqual([]);
  const seen: number[] = [];
  expect(await reindexOutdated(ctx, { onProgress: (done) => seen.push(done) })).toBe(4);
  expect(seen).toEqual([4]);
  expect(await reindexOutdated(ctx)).toBe(0);
  expect(await searchSkills(ctx, { q: "calendar notes" })).toEqual(before);
});
