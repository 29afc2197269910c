import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { auditLogs, skills } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { parseAudit } from "@/lib/inputs/audit";
import { listAudit } from "./audit";
import { openHall } from "./hall";
import { findSettings, type Settings, type SettingsInput, StaleSettings, saveSettings } from "./settings";
import { someone, someTenant } from "./testing";

/** The form as it stands before anything is typed into it. */
function formOf({ logoHash: _, categories, ...rest }: Settings): SettingsInput {
  return { ...rest, categories: categories.map(({ name }) => ({ name, was: name })), opens: false, moves: 0 };
}

const formNow = async (ctx: MemberContext) => formOf(await findSettings(ctx));
const named = (...names: string[]) => names.map((name) => ({ name, was: null }));
const lastEntry = async (ctx: MemberContext) => (await listAudit(ctx, parseAudit({}))).entries[0];

async function someHall(...categories: string[]): Promise<MemberContext> {
  const admin = await someTenant("Acme");
  await saveSettings(admin, { ...(await formNow(admin)), categories: named(...categories) });
  return admin;
}

async function addSkills(ctx: MemberContext, ...categories: string[]): Promise<void> {
  const { tenantId, member } = ctx;
  const rows = categories.map((category, at) => ({
    tenantId,
    slug: `skill-${at}`,
    name: `Skill ${at}`,
    description: "A skill.",
    category,
    authorId: member.id,
  }));
  await database().insert(skills).values(rows);
}

async function categoriesIn(ctx: MemberContext): Promise<string[]> {
  const rows = await database()
    .select({ category: skills.category })
    .from(skills)
    .where(eq(skills.tenantId, ctx.tenantId))
    .orderBy(skills.slug);
  return rows.map(({ category }) => category);
}

test("what is saved is what the next request shows, here and nowhere else, and the log says what changed", async () => {
  const [acme, globex] = [await someTenant("Acme"), await someTenant("Globex")];
  const form = await formNow(acme);
  await saveSettings(acme, { ...form, name: "Acme Robotics", accentColor: "#aa3300", access: "public", opens: true });
  expect((await openHall(acme, { sessionId: null }))?.hall).toMatchObject({
    name: "Acme Robotics",
    accentColor: "#aa3300",
    access: "public",
    revision: 2,
  });
  expect((await openHall(globex, { sessionId: null }))?.hall).toMatchObject({ name: "Globex", access: "members" });
  expect(await lastEntry(acme)).toMatchObject({
    action: "settings.update",
    before: { name: "Acme", accentColor: form.accentColor, access: "members" },
    after: { name: "Acme Robotics", accentColor: "#aa3300", access: "public" },
  });
});

test("a save that changes nothing writes nothing", async () => {
  const admin = await someHall("Engineering");
  const form = await formNow(admin);
  expect((await saveSettings(admin, form)).revision).toBe(form.revision);
  expect((await lastEntry(admin))?.seq).toBe(2);
});

test("a stale save is refused, changes nothing, and says what is stored and who saved it", async () => {
  const admin = await someTenant("Acme");
  const other = await someone("admin", admin);
  const form = await formNow(admin);
  await saveSettings(other, { ...form, tagline: "Theirs" });
  const refused = await saveSettings(admin, { ...form, tagline: "Mine" }).catch((error) => error);
  expect(refused).toBeInstanceOf(StaleSettings);
  expect(refused).toMatchObject({
    code: "stale",
    savedBy: other.member.name,
    saved: { tagline: "Theirs", revision: 2 },
  });
  expect(await findSettings(admin)).toEqual(refused.saved);
});

test("of twenty saves of one revision at once, one wins and the others are told", async () => {
  const admin = await someTenant();
  const form = await formNow(admin);
  const saves = Array.from({ length: 20 }, (_, at) => saveSettings(admin, { ...form, tagline: `Try ${at}` }));
  const results = await Promise.allSettled(saves);
  const won = results.filter((result) => result.status === "fulfilled");
  expect(won).toHaveLength(1);
  const lost = results.filter((result) => result.status === "rejected").map(({ reason }) => reason);
  expect(lost.every((error) => error instanceof StaleSettings)).toBe(true);
  expect((await findSettings(admin)).tagline).toBe(won[0]?.value.tagline);
  expect(await database().$count(auditLogs, eq(auditLogs.tenantId, admin.tenantId))).toBe(2);
});

test("opening the hall to the public wants saying so; closing it does not", async () => {
  const admin = await someTenant();
  const form = { ...(await formNow(admin)), access: "public" as const };
  await expect(saveSettings(admin, form)).rejects.toMatchObject({ fields: { access: expect.any(String) } });
  await saveSettings(admin, { ...form, opens: true });
  await saveSettings(admin, { ...(await formNow(admin)), access: "members" });
  expect((await findSettings(admin)).access).toBe("members");
});

test("renamed categories take their skills along, even where two swap names", async () => {
  const admin = await someHall("Red", "Blue", "Green");
  await addSkills(admin, "Red", "Blue", "Green", "other");
  const form = await formNow(admin);
  await saveSettings(admin, {
    ...form,
    categories: [
      { name: "Blue", was: "Red" },
      { name: "Lime", was: "Green" },
      { name: "Red", was: "Blue" },
    ],
  });
  expect(await categoriesIn(admin)).toEqual(["Blue", "Red", "Lime", "other"]);
  expect((await findSettings(admin)).categories).toEqual([
    { name: "Blue", skills: 1 },
    { name: "Lime", skills: 1 },
    { name: "Red", skills: 1 },
  ]);
});

test("a category in use goes only when its skills are said to move, and then they move", async () => {
  const admin = await someHall("Red", "Blue");
  await addSkills(admin, "Red", "Red", "Blue");
  const form = { ...(await formNow(admin)), categories: [{ name: "Blue", was: "Blue" }] };
  const refused = { code: "invalid", fields: { category: expect.stringContaining("2 skills"), moves: "2" } };
  await expect(saveSettings(admin, form)).rejects.toMatchObject(refused);
  await expect(saveSettings(admin, { ...form, moves: 1 })).rejects.toMatchObject(refused);
  expect(await categoriesIn(admin)).toEqual(["Red", "Red", "Blue"]);
  await saveSettings(admin, { ...form, moves: 2 });
  expect(await categoriesIn(admin)).toEqual(["other", "other", "Blue"]);
  expect((await lastEntry(admin))?.after).toMatchObject({ movedSkills: [{ from: "Red", to: "other", skills: 2 }] });
});

test("removed in one row and added in another, a category keeps its skills", async () => {
  const admin = await someHall("Red", "Blue");
  await addSkills(admin, "Red");
  await saveSettings(admin, { ...(await formNow(admin)), categories: named("Red") });
  expect(await categoriesIn(admin)).toEqual(["Red"]);
});

test("a neighbour’s skills stay where they are, and no neighbour’s settings are seen or changed", async () => {
  const [acme, globex] = [await someHall("Red"), await someHall("Red")];
  await addSkills(globex, "Red", "Red");
  expect((await findSettings(acme)).categories).toEqual([{ name: "Red", skills: 0 }]);
  await saveSettings(acme, { ...(await formNow(acme)), categories: [{ name: "Blue", was: "Red" }], name: "New" });
  expect(await categoriesIn(globex)).toEqual(["Red", "Red"]);
  expect(await findSettings(globex)).toMatchObject({ name: "Acme", revision: 2 });
});

test("nobody below an admin reads or saves settings", async () => {
  const admin = await someTenant();
  const reviewer = await someone("reviewer", admin);
  await expect(findSettings(reviewer)).rejects.toMatchObject({ code: "forbidden" });
  const save = saveSettings(reviewer, { ...(await formNow(admin)), tagline: "Mine" });
  await expect(save).rejects.toMatchObject({ code: "forbidden" });
  expect((await findSettings(admin)).tagline).toBe("");
});
