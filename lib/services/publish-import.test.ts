import { expect, test } from "vitest";
import { checkPackage } from "./publish-check";
import { type Candidate, type ImportSummary, importSkills } from "./publish-import";
import { findSkillPage } from "./skill-page";
import { CANARY, countAudit, packageOf, publish, stateOf, twoHalls } from "./skill-testing";
import { someone } from "./testing";

async function* each(candidates: Candidate[]) {
  yield* candidates;
}

const named = (name: string, words: Parameters<typeof packageOf>[0] = {}): Candidate => ({
  where: `somewhere/${name}`,
  files: packageOf({ name, ...words }),
});

const rules = (summary: ImportSummary) => summary.refused.map(({ where, line, rule }) => ({ where, line, rule }));

test("many packages are published, each with its row in the log; a second time nothing changes", async () => {
  const ctx = await someone("member");
  const candidates = Array.from({ length: 90 }, (_, index) => named(`skill-${index}`));
  const seen: number[] = [];
  const first = await importSkills(ctx, each(candidates), { onProgress: (done) => seen.push(done) });
  expect(first).toEqual({ published: 90, unchanged: 0, refused: [] });
  expect(seen.at(-1)).toBe(90);
  expect(await countAudit(ctx, "skill.publish")).toBe(90);
  const state = await stateOf(ctx);
  expect(await importSkills(ctx, each(candidates))).toEqual({ published: 0, unchanged: 90, refused: [] });
  expect(await stateOf(ctx)).toBe(state);
}, 60_000);

test("what is refused is told with place, line, rule and reason, and keeps nobody else out", async () => {
  const ctx = await someone("member");
  const summary = await importSkills(
    ctx,
    each([
      named("good"),
      { where: "bad/name", files: packageOf({ name: "Bad_Name" }) },
      { where: "bad/twin", files: packageOf({ name: "good", body: "Other words." }) },
      { where: "same/twin", files: packageOf({ name: "good" }) },
    ]),
  );
  expect(summary).toMatchObject({ published: 1, unchanged: 1 });
  expect(rules(summary)).toEqual([
    { where: "bad/name", line: 2, rule: "name-characters" },
    { where: "bad/twin", line: null, rule: "name-taken" },
  ]);
  expect(summary.refused[1]?.reason).toContain("somewhere/good");
});

test("a name that is another member's, or a version with other bytes, is refused alone", async () => {
  const admin = await someone("admin");
  const ctx = await someone("member", admin);
  await publish(admin, { name: "theirs" });
  await publish(ctx, { name: "mine" });
  const summary = await importSkills(
    ctx,
    each([named("theirs", { body: "x" }), named("mine", { body: "y" }), named("new")]),
  );
  expect(summary.published).toBe(1);
  expect(rules(summary).map(({ rule }) => rule)).toEqual(["name-taken", "version-taken"]);
});

test("version, tags and category are the package's own where the hall knows them", async () => {
  const ctx = await someone("member");
  await importSkills(
    ctx,
    each([named("one", { extra: "metadata:\n  version: 2.1.0\n  category: Other\n  tags: Git, code review\n" })]),
  );
  expect(await findSkillPage(ctx, { slug: "one", viewerId: null })).toMatchObject({
    latestVersion: "2.1.0",
    category: "other",
    tags: ["git", "code-review"],
  });
});

test("a check tells what publishing would find, and writes nothing", async () => {
  const admin = await someone("admin");
  const ctx = await someone("member", admin);
  await publish(admin);
  const before = await stateOf(ctx);
  expect(await checkPackage(ctx, { files: packageOf() })).toMatchObject({
    skill: { slug: "code-review", title: "Code review", version: null, files: [{ path: "SKILL.md" }] },
    existing: { slug: "code-review", latestVersion: "1.0.0", mine: false, authorName: "Ada Admin" },
  });
  expect(await checkPackage(ctx, { files: packageOf({ name: "No" }) })).toMatchObject({ skill: null, existing: null });
  expect(await stateOf(ctx)).toBe(before);
});

test("the neighbour's skills are in nobody's way, and nobody learns of them", async () => {
  const { mine, theirs } = await twoHalls();
  const before = await stateOf(theirs);
  const checked = await checkPackage(mine, { files: packageOf() });
  expect(checked.existing).toBeNull();
  const summary = await importSkills(mine, each([named("code-review"), named("code-review", { body: "x" })]));
  expect(summary).toMatchObject({ published: 1, refused: [{ rule: "name-taken" }] });
  expect(JSON.stringify([checked, summary])).not.toContain(CANARY);
  expect(await stateOf(theirs)).toBe(before);
});
