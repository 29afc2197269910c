import { and, eq, isNotNull } from "drizzle-orm";
import { siteSettings, skillRequests, skills, usageEvents } from "@/db/schema";
import type { SeedOrganisation, SeedPerson, SeedRequest, SeedSkill } from "@/db/seed/organisation";
import { filesOf } from "@/db/seed/package";
import type { Member, MemberContext } from "@/lib/context";
import { addMember, findMember } from "@/lib/services/members";
import { publishSkill, publishVersion } from "@/lib/services/publish";
import { saveRating } from "@/lib/services/ratings";
import { askForSkill } from "@/lib/services/request-ask";
import { closeRequest } from "@/lib/services/request-close";
import { voteForRequest } from "@/lib/services/request-votes";
import { inTenant } from "@/lib/services/scope";
import { createTenant, findOperatorContext, type NewTenant } from "@/lib/services/tenants";
import { mutate, read } from "@/lib/services/unit";
import { type Seeded, writePast } from "./seed-past";

/** Whether one organisation of the demo is there and whole: its past is written last, and in one piece. */
export async function isSeeded(slug: string): Promise<boolean> {
  const ctx = await findOperatorContext(slug);
  if (!ctx) return false;
  return (await read(ctx, (tx) => tx.$count(usageEvents, inTenant(ctx, usageEvents)))) > 0;
}

/**
 * Founds one organisation of the demo through the services that people use, then moves it back in time. Every step finds
 * what an earlier attempt, cut off, has left, and goes on from there.
 * @param at its address, and the day on which the demo is looked at
 */
export async function seedOrganisation(
  organisation: SeedOrganisation,
  at: { slug: string; today: Date },
): Promise<MemberContext> {
  const admin = organisation.people.find((person) => person.role === "admin");
  if (!admin) throw new Error(`${organisation.name} has no admin.`);
  const ctx = await foundOrResume({ slug: at.slug, name: organisation.name, admin });
  await openCategories(ctx, organisation.categories);
  const members = await addPeople(ctx, organisation.people);
  for (const skill of organisation.skills) await addSkill(ctx, organisation, skill, members);
  for (const request of organisation.requests) await addRequest(ctx, request, members);
  await writePast(organisation, await idsOf(ctx, members), at.today);
  return ctx;
}

async function foundOrResume(input: NewTenant): Promise<MemberContext> {
  const operator = await findOperatorContext(input.slug);
  if (!operator) return createTenant(input);
  const member = await findMember(operator, input.admin.email);
  if (!member) throw new Error(`“${input.slug}” is there already, and is not the demo's.`);
  return { ...operator, member };
}

/** Before anything is published, since a skill names one of them. */
async function openCategories(ctx: MemberContext, categories: string[]): Promise<void> {
  await mutate(ctx, { action: "settings.update", role: "admin" }, async (tx) => {
    await tx.update(siteSettings).set({ categories }).where(inTenant(ctx, siteSettings));
    return { row: null, subject: { type: "settings", id: ctx.tenantId, name: "Settings" }, after: { categories } };
  });
}

async function addPeople(ctx: MemberContext, people: SeedPerson[]): Promise<Map<string, Member>> {
  const members = new Map([[ctx.member.email, ctx.member]]);
  for (const person of people) {
    if (members.has(person.email)) continue;
    members.set(person.email, (await findMember(ctx, person.email)) ?? (await addMember(ctx, person)));
  }
  return members;
}

/** Asked, voted for and closed as people do it. What an earlier attempt has left is under the same title. */
async function addRequest(ctx: MemberContext, request: SeedRequest, members: Map<string, Member>): Promise<void> {
  const { title, detail, by, votes, closed } = request;
  const there = and(eq(skillRequests.title, title), isNotNull(skillRequests.closedAt));
  if ((await read(ctx, (tx) => tx.$count(skillRequests, inTenant(ctx, skillRequests, there)))) > 0) return;
  const as = (email: string) => asMember(ctx, members, email, `The request “${title}”`);
  const { id } = await askForSkill(as(by), { title, detail });
  for (const voter of votes) await voteForRequest(as(voter), { id });
  if (closed) await closeRequest(as(closed.by), { id, skill: closed.skill });
}

function asMember(ctx: MemberContext, members: Map<string, Member>, email: string, what: string): MemberContext {
  const member = members.get(email);
  if (!member) throw new Error(`${what} names ${email}, who is not in this organisation.`);
  return { ...ctx, member };
}

async function addSkill(
  ctx: MemberContext,
  organisation: SeedOrganisation,
  skill: SeedSkill,
  members: Map<string, Member>,
): Promise<void> {
  const as = (email: string) => asMember(ctx, members, email, skill.folder);
  const [first, ...later] = skill.versions.map(({ version, changelog, edits }) => ({
    version,
    changelog,
    files: filesOf(organisation, skill, { edits }),
    folder: skill.folder,
  }));
  if (!first) throw new Error(`${skill.folder} has no version.`);
  const { slug } = await publishSkill(as(skill.author), { ...first, category: skill.category, tags: skill.tags });
  for (const version of later) await publishVersion(as(skill.author), { slug, ...version });
  for (const { by, stars, comment, minutesSaved = null } of skill.ratings) {
    await saveRating(as(by), { slug, stars, comment, minutesSaved });
  }
}

async function idsOf(ctx: MemberContext, members: Map<string, Member>): Promise<Seeded> {
  const rows = await read(ctx, (tx) =>
    tx.select({ id: skills.id, slug: skills.slug }).from(skills).where(inTenant(ctx, skills)),
  );
  return {
    tenantId: ctx.tenantId,
    people: new Map([...members].map(([email, member]) => [email, member.id])),
    skills: new Map(rows.map((row) => [row.slug, row.id])),
  };
}
