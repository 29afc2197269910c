import { and, desc, eq, sql } from "drizzle-orm";
import { auditLogs, siteSettings, skills, tenants } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import type { SettingsInput } from "@/lib/inputs/settings";
import { NO_CATEGORY } from "@/lib/inputs/skill";
import { type HallSettings, hallColumns } from "./hall-columns";
import { inTenant } from "./scope";
import { changeOf, movesOf } from "./settings-change";
import { mutate, read, type Transaction } from "./unit";

export type { SettingsInput } from "@/lib/inputs/settings";

/** `categories` are the hall's own, in their order, each with how many skills it holds; `other` is always there besides. */
export type Settings = Omit<HallSettings, "categories"> & {
  categories: { name: string; skills: number }[];
};

/** Somebody saved first. `saved` is what they saved, so that a form can show it beside what was typed. */
export class StaleSettings extends DomainError {
  constructor(
    readonly saved: Settings,
    readonly savedBy: string | null,
  ) {
    super(
      "stale",
      `${savedBy ?? "Somebody"} saved these settings while you were editing. Nothing of yours is lost or saved yet: choose below, and save again.`,
    );
  }
}

/** What the settings page shows. One statement. @throws DomainError `forbidden` to anybody but an admin */
export async function findSettings(ctx: MemberContext): Promise<Settings> {
  if (ctx.member.role !== "admin") throw new DomainError("forbidden", "Only an admin can do this.");
  return read(ctx, (tx) => selectSettings(tx, ctx));
}

/**
 * Saves the whole form in one transaction: the name, the settings, and the skills of renamed and removed categories.
 * A save that changes nothing writes nothing.
 * @throws DomainError `forbidden`; `invalid` when it opens the hall to the public or moves skills without saying so
 * @throws StaleSettings when `revision` is not the one that is stored
 */
export async function saveSettings(ctx: MemberContext, input: SettingsInput): Promise<Settings> {
  return mutate(ctx, { action: "settings.update", role: "admin" }, async (tx) => {
    const stored = await lockSettings(tx, ctx);
    if (stored.revision !== input.revision) throw await staleNow(tx, ctx);
    const { before, after } = changeOf(stored, input);
    if (Object.keys(after).length === 0) return { row: await selectSettings(tx, ctx), unchanged: true };
    if (after.access === "public" && !input.opens) throw unconfirmedOpening();
    const moved = await moveSkills(tx, ctx, stored, input);
    await writeSettings(tx, ctx, input);
    return {
      row: await selectSettings(tx, ctx),
      subject: { type: "settings", id: ctx.tenantId, name: input.name },
      before,
      after: moved.length > 0 ? { ...after, movedSkills: moved } : after,
    };
  });
}

/** Whoever holds this row is alone in saving, so of two saves from one revision the second sees that it is stale. */
async function lockSettings(tx: Transaction, ctx: MemberContext): Promise<HallSettings> {
  const [stored] = await tx
    .select(hallColumns)
    .from(siteSettings)
    .innerJoin(tenants, eq(tenants.id, siteSettings.tenantId))
    .where(inTenant(ctx, siteSettings))
    .for("update", { of: siteSettings });
  if (!stored) throw new Error("A hall has no settings.");
  return stored;
}

async function selectSettings(tx: Transaction, ctx: MemberContext): Promise<Settings> {
  const counted = tx
    .select({ category: skills.category, skills: sql<number>`count(*)::int`.as("skills") })
    .from(skills)
    .where(inTenant(ctx, skills))
    .groupBy(skills.category)
    .as("counted");
  const counts = sql<Record<string, number> | null>`
    (select json_object_agg(${counted.category}, ${counted.skills}) from ${counted})`;
  const [row] = await tx
    .select({ ...hallColumns, counts })
    .from(siteSettings)
    .innerJoin(tenants, eq(tenants.id, siteSettings.tenantId))
    .where(inTenant(ctx, siteSettings));
  if (!row) throw new Error("A hall has no settings.");
  const { counts: skillsIn, categories, ...rest } = row;
  const own = categories.filter((name) => name !== NO_CATEGORY);
  return { ...rest, categories: own.map((name) => ({ name, skills: skillsIn?.[name] ?? 0 })) };
}

async function staleNow(tx: Transaction, ctx: MemberContext): Promise<StaleSettings> {
  const isSave = and(eq(auditLogs.action, "settings.update"), eq(auditLogs.subjectType, "settings"));
  const [last] = await tx
    .select({ name: auditLogs.actorName })
    .from(auditLogs)
    .where(inTenant(ctx, auditLogs, isSave))
    .orderBy(desc(auditLogs.seq))
    .limit(1);
  return new StaleSettings(await selectSettings(tx, ctx), last?.name ?? null);
}

function unconfirmedOpening(): DomainError {
  const sentence =
    "This opens the hall to everybody who has its address. Tick the box below it to say that you mean it.";
  return new DomainError("invalid", sentence, { access: sentence });
}

/**
 * All moves in one statement, so that two categories can swap their names.
 * @throws DomainError `invalid` when more skills would lose their category than the form was told of
 */
async function moveSkills(tx: Transaction, ctx: MemberContext, stored: HallSettings, input: SettingsInput) {
  const moves = movesOf(stored.categories, input.categories);
  if (moves.length === 0) return [];
  const rows = await tx.execute<{ from: string; to: string; skills: number }>(sql`
    with move as (
      select * from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as given ("from" text, "to" text)
    ), moved as (
      update ${skills} set category = move."to" from move
      where ${inTenant(ctx, skills, sql`${skills.category} = move."from"`)} returning move."from", move."to"
    )
    select "from", "to", count(*)::int as skills from moved group by 1, 2 order by 1`);
  const homeless = rows.filter((row) => row.to === NO_CATEGORY);
  const count = homeless.reduce((sum, row) => sum + row.skills, 0);
  if (count > input.moves) throw unconfirmedMove(homeless, count);
  return [...rows];
}

function unconfirmedMove(homeless: { from: string }[], count: number): DomainError {
  const names = homeless.map(({ from }) => `“${from}”`).join(" and ");
  const skillsThere = count === 1 ? "1 skill is" : `${count.toLocaleString("en")} skills are`;
  const sentence = `${skillsThere} in ${names}. Removing it moves them to “${NO_CATEGORY}”: tick the box to say that you mean it.`;
  return new DomainError("invalid", sentence, { category: sentence, moves: String(count) });
}

async function writeSettings(tx: Transaction, ctx: MemberContext, input: SettingsInput): Promise<void> {
  const { tagline, accentColor, access, defaultSort } = input;
  const categories = [...input.categories.map(({ name }) => name), NO_CATEGORY];
  const next = { revision: sql`${siteSettings.revision} + 1`, updatedAt: sql`now()` };
  await tx
    .update(siteSettings)
    .set({ tagline, accentColor, access, defaultSort, categories, ...next })
    .where(inTenant(ctx, siteSettings, eq(siteSettings.revision, input.revision)));
  await tx
    .update(tenants)
    .set({ name: input.name })
    .where(inTenant(ctx, { tenantId: tenants.id }));
}
