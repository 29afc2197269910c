// The past that the demo begins with. Services write what happens now, so the operator moves these rows back: the only
// place that changes a date. The audit log is not moved: it says when the seed really wrote.
import { and, eq, sql } from "drizzle-orm";
import { database, type Transaction } from "@/db/client";
import {
  ratings,
  searchQueries,
  siteSettings,
  skillRequests,
  skills,
  skillVersions,
  usageEvents,
  users,
} from "@/db/schema";
import type { SeedOrganisation, SeedPerson, SeedRequest, SeedSkill } from "@/db/seed/organisation";
import { searchesOf } from "@/db/seed/searches";
import { momentOf, usageOf } from "@/db/seed/usage";

/** What the services answered: ids by e-mail, and by a skill's folder. */
export type Seeded = { tenantId: string; people: Map<string, string>; skills: Map<string, string> };

const ROWS_AT_ONCE = 1_000;

/** Everything of one organisation in one transaction of the database's owner, with the tenant set as for anybody else. */
export async function writePast(organisation: SeedOrganisation, seeded: Seeded, today: Date): Promise<void> {
  await database().transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.tenant_id', ${seeded.tenantId}, true)`);
    await furnish(tx, organisation, seeded);
    await joinEarlier(tx, organisation, seeded, today);
    for (const skill of organisation.skills) await moveSkill(tx, skill, seeded, today);
    for (const request of organisation.requests) await moveRequest(tx, request, seeded, today);
    await insertSearches(tx, organisation, seeded, today);
    await insertUses(tx, organisation, seeded, today);
  });
}

/** The hall as its admin had it arranged. */
async function furnish(
  tx: Transaction,
  { tagline, accent, access, categories }: SeedOrganisation,
  { tenantId }: Seeded,
) {
  await tx
    .update(siteSettings)
    .set({ tagline, accentColor: accent, access, categories })
    .where(eq(siteSettings.tenantId, tenantId));
}

/** Everybody was there before the oldest skill, the admins first. */
async function joinEarlier(tx: Transaction, { people, skills }: SeedOrganisation, seeded: Seeded, today: Date) {
  const oldest = Math.max(90, ...skills.flatMap((skill) => skill.versions.map((version) => version.daysAgo)));
  for (const [index, { email, title }] of people.entries()) {
    const createdAt = momentOf(oldest + 2 + people.length - index, email, today);
    await tx.update(users).set({ createdAt, title }).where(thisPerson(seeded, email));
  }
}

async function moveSkill(tx: Transaction, skill: SeedSkill, seeded: Seeded, today: Date): Promise<void> {
  const { tenantId } = seeded;
  const id = idOf(seeded.skills, skill.folder);
  const moments = skill.versions.map(({ version, daysAgo }) => ({
    version,
    at: momentOf(daysAgo, `${skill.folder}/${version}`, today),
  }));
  for (const { version, at } of moments) {
    const thisVersion = and(eq(skillVersions.skillId, id), eq(skillVersions.version, version));
    await tx
      .update(skillVersions)
      .set({ createdAt: at })
      .where(and(eq(skillVersions.tenantId, tenantId), thisVersion));
  }
  await tx
    .update(skills)
    .set({ createdAt: moments[0]?.at, updatedAt: moments.at(-1)?.at })
    .where(and(eq(skills.tenantId, tenantId), eq(skills.id, id)));
  for (const { by, daysAgo } of skill.ratings) {
    const at = momentOf(daysAgo, `${skill.folder}/${by}`, today);
    const thisRating = and(eq(ratings.skillId, id), eq(ratings.userId, idOf(seeded.people, by)));
    await tx
      .update(ratings)
      .set({ createdAt: at, updatedAt: at })
      .where(and(eq(ratings.tenantId, tenantId), thisRating));
  }
}

async function moveRequest(tx: Transaction, request: SeedRequest, { tenantId }: Seeded, today: Date): Promise<void> {
  const { title, daysAgo, closed } = request;
  const createdAt = momentOf(daysAgo, title, today);
  const closedAt = closed ? momentOf(closed.daysAgo, `${title}, closed`, today) : null;
  await tx
    .update(skillRequests)
    .set({ createdAt, closedAt })
    .where(and(eq(skillRequests.tenantId, tenantId), eq(skillRequests.title, title)));
}

async function insertSearches(
  tx: Transaction,
  { slug, searches }: SeedOrganisation,
  { tenantId }: Seeded,
  today: Date,
): Promise<void> {
  const rows = searchesOf(searches, { seed: slug, today }).map(({ at, ...search }) => ({
    ...search,
    tenantId,
    askedAt: at,
  }));
  await tx.insert(searchQueries).values(rows);
}

/** Ninety days of uses at once, under the same event ids as the service gives them, so that none can be counted twice. */
async function insertUses(tx: Transaction, organisation: SeedOrganisation, seeded: Seeded, today: Date): Promise<void> {
  const rows = organisation.skills.flatMap((skill) => usesOf(skill, organisation, seeded, today));
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await tx.insert(usageEvents).values(rows.slice(at, at + ROWS_AT_ONCE));
  }
  await tx.execute(sql`
    update skills set use_count = counted.uses
    from (select skill_id, count(*)::int as uses from usage_events where tenant_id = ${seeded.tenantId} group by skill_id) as counted
    where skills.tenant_id = ${seeded.tenantId} and skills.id = counted.skill_id`);
}

function usesOf(skill: SeedSkill, { slug, people }: SeedOrganisation, seeded: Seeded, today: Date) {
  const skillId = idOf(seeded.skills, skill.folder);
  return usageOf(skill, people, { seed: slug, today }).map(({ by, at }, index): typeof usageEvents.$inferInsert => {
    const userId = idOf(seeded.people, by);
    const kind = index % 3 === 0 ? "download" : "install_copy";
    return {
      tenantId: seeded.tenantId,
      clientEventId: [kind, skillId, userId, at.toISOString().slice(0, 10)].join("/"),
      skillId,
      userId,
      version: versionAt(skill, at, today),
      kind,
      source: "web",
      occurredAt: at,
    };
  });
}

/** What was the newest on that day. */
function versionAt({ versions }: SeedSkill, at: Date, today: Date): string {
  const daysAgo = (today.getTime() - at.getTime()) / 86_400_000;
  const published = versions.filter((version) => version.daysAgo >= daysAgo);
  return (published.at(-1) ?? versions[0])?.version ?? "1.0.0";
}

const thisPerson = ({ tenantId, people }: Seeded, email: SeedPerson["email"]) =>
  and(eq(users.tenantId, tenantId), eq(users.id, idOf(people, email)));

function idOf(ids: Map<string, string>, name: string): string {
  const id = ids.get(name);
  if (!id) throw new Error(`The seed names “${name}”, which it did not make.`);
  return id;
}
