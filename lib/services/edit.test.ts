import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { parseBrowse } from "@/lib/inputs/browse";
import { browseSkills } from "./browse";
import { editSkill, findEditableSkill } from "./edit";
import { findSkillPage } from "./skill-page";
import { archiveSkill, restoreSkill } from "./skill-status";
import { CANARY, countAudit, publish, stateOf, twoHalls } from "./skill-testing";
import { someone } from "./testing";
import { read } from "./unit";

const edited = {
  slug: "code-review",
  name: "Change review",
  description: "Looks at hedgehogs.",
  category: "other",
  tags: ["review"],
};
const search = async (ctx: Parameters<typeof browseSkills>[0], q: string) =>
  (await browseSkills(ctx, parseBrowse({ q }, "rating"))).skills.map((skill) => skill.slug);

test("an author edits what the hall says; search finds the new words and no longer the old ones", async () => {
  const ctx = await someone("member");
  await publish(ctx);
  expect(await editSkill(ctx, edited)).toEqual({ slug: "code-review", name: "Change review" });
  expect(await findSkillPage(ctx, { slug: "code-review", viewerId: null })).toMatchObject({
    name: "Change review",
    description: "Looks at hedgehogs.",
    tags: ["review"],
  });
  expect(await search(ctx, "hedgehog")).toEqual(["code-review"]);
  expect(await search(ctx, "merging")).toEqual([]);
});

test("the log keeps only what changed; an edit without a change writes nothing", async () => {
  const ctx = await someone("member");
  await publish(ctx, { tags: ["review"] });
  await editSkill(ctx, edited);
  await editSkill(ctx, edited);
  const rows = await read(ctx, (tx) =>
    tx.execute(sql`select before, after from audit_logs where action = 'skill.edit'`),
  );
  expect(rows).toHaveLength(1);
  expect(Object.keys((rows[0] as { after: object }).after).sort()).toEqual(["description", "name"]);
});

test("what was edited in the hall stays when a version is published", async () => {
  const ctx = await someone("member");
  await publish(ctx);
  await editSkill(ctx, { ...edited, name: "Code review" });
  await publish(ctx, { version: "1.1.0", title: "Review it", description: "From the package." });
  expect(await findSkillPage(ctx, { slug: "code-review", viewerId: null })).toMatchObject({
    name: "Review it",
    description: "Looks at hedgehogs.",
  });
});

test("an edit made from an older page is refused", async () => {
  const ctx = await someone("member");
  await publish(ctx);
  const form = await findEditableSkill(ctx, "code-review");
  expect(form).toMatchObject({ name: "Code review", status: "published", latestVersion: "1.0.0" });
  await editSkill(ctx, { ...edited, revision: form?.revision });
  await expect(editSkill(ctx, { ...edited, name: "Later", revision: form?.revision })).rejects.toMatchObject({
    code: "stale",
  });
});

test("a member can neither edit nor archive what somebody else wrote; an admin can", async () => {
  const admin = await someone("admin");
  const [author, other] = [await someone("member", admin), await someone("member", admin)];
  await publish(author);
  await expect(editSkill(other, edited)).rejects.toMatchObject({ code: "forbidden" });
  await expect(archiveSkill(other, { slug: "code-review" })).rejects.toMatchObject({ code: "forbidden" });
  expect(await findEditableSkill(other, "code-review")).toBeNull();
  await expect(editSkill(author, { ...edited, category: "None such" })).rejects.toMatchObject({
    code: "invalid",
    fields: { category: expect.any(String) },
  });
  await editSkill(admin, edited);
  await archiveSkill(admin, { slug: "code-review" });
});

test("an archived skill is listed and found nowhere, but its author and admins may open it", async () => {
  const admin = await someone("admin");
  const [author, other] = [await someone("member", admin), await someone("member", admin)];
  await publish(author);
  await archiveSkill(author, { slug: "code-review" });
  expect(await search(author, "code review")).toEqual([]);
  expect((await browseSkills(author, parseBrowse({}, "rating"))).total).toBe(0);
  const open = (viewerId: string | null) => findSkillPage(author, { slug: "code-review", viewerId });
  expect(await open(null)).toBeNull();
  expect(await open(other.member.id)).toBeNull();
  expect(await open(author.member.id)).toMatchObject({ status: "archived", mayChange: true });
  expect(await open(admin.member.id)).toMatchObject({ status: "archived", mayChange: true });
  await restoreSkill(author, { slug: "code-review" });
  expect(await search(author, "code review")).toEqual(["code-review"]);
  expect([await countAudit(author, "skill.archive"), await countAudit(author, "skill.restore")]).toEqual([1, 1]);
});

test("a neighbour's admin edits, archives and restores nothing here", async () => {
  const { mine, theirs } = await twoHalls();
  const before = await stateOf(theirs);
  await expect(editSkill(mine, edited)).rejects.toMatchObject({ code: "not_found" });
  await expect(archiveSkill(mine, { slug: "code-review" })).rejects.toMatchObject({ code: "not_found" });
  expect(await findEditableSkill(mine, "code-review")).toBeNull();
  await publish(mine);
  await editSkill(mine, edited);
  expect(JSON.stringify(await findEditableSkill(mine, "code-review"))).not.toContain(CANARY);
  expect(await stateOf(theirs)).toBe(before);
});
