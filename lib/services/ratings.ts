import { and, eq, sql } from "drizzle-orm";
import { ratings, skills } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { inTenant } from "./scope";
import { meanOf } from "./skill-card";
import { isListed, noSuchSkill } from "./skill-visibility";
import { mutate, type Transaction } from "./unit";

export type RatingInput = { slug: string; stars: number; comment: string; minutesSaved: number | null };
export type RatedSkill = { slug: string; name: string; ratingCount: number; ratingMean: number | null };

type LockedSkill = typeof skills.$inferSelect;
type Opinion = { stars: number; comment: string; minutesSaved: number | null };

/**
 * One rating a person and skill: a second one replaces the first.
 * @throws DomainError `not_found`; `forbidden` for one's own skill
 */
export async function saveRating(ctx: MemberContext, input: RatingInput): Promise<RatedSkill> {
  return mutate(ctx, { action: "rating.save", role: "member" }, async (tx) => {
    const skill = await lockSkill(tx, ctx, input.slug);
    if (skill.authorId === ctx.member.id) {
      throw new DomainError("forbidden", "You wrote this skill. A rating is for the people who use it.");
    }
    const before = await findRating(tx, ctx, skill.id);
    const after = { stars: input.stars, comment: input.comment, minutesSaved: input.minutesSaved };
    if (before && isSame(before, after)) return { row: ratedOf(skill), unchanged: true };
    const id = await upsertRating(tx, ctx, skill.id, after);
    const change = { count: before ? 0 : 1, sum: after.stars - (before?.stars ?? 0) };
    return {
      row: await count(tx, ctx, skill, change),
      subject: { type: "rating", id, name: skill.name },
      before: before && opinionOf(before),
      after,
    };
  });
}

/** Removing a rating that is not there changes nothing. @throws DomainError `not_found` when the skill is not */
export async function removeRating(ctx: MemberContext, input: { slug: string }): Promise<RatedSkill> {
  return mutate(ctx, { action: "rating.remove", role: "member" }, async (tx) => {
    const skill = await lockSkill(tx, ctx, input.slug);
    const [removed] = await tx.delete(ratings).where(isMine(ctx, skill.id)).returning();
    if (!removed) return { row: ratedOf(skill), unchanged: true };
    return {
      row: await count(tx, ctx, skill, { count: -1, sum: -removed.stars }),
      subject: { type: "rating", id: removed.id, name: skill.name },
      before: opinionOf(removed),
    };
  });
}

const isMine = (ctx: MemberContext, skillId: string) =>
  inTenant(ctx, ratings, eq(ratings.skillId, skillId), eq(ratings.userId, ctx.member.id));

const opinionOf = ({ stars, comment, minutesSaved }: Opinion): Opinion => ({ stars, comment, minutesSaved });

const isSame = (a: Opinion, b: Opinion) =>
  a.stars === b.stars && a.comment === b.comment && a.minutesSaved === b.minutesSaved;

/** Whoever holds the skill's row is alone in changing its ratings, so the counters can never drift from the rows. */
async function lockSkill(tx: Transaction, ctx: MemberContext, slug: string): Promise<LockedSkill> {
  const [skill] = await tx
    .select()
    .from(skills)
    .where(inTenant(ctx, skills, and(eq(skills.slug, slug), isListed)))
    .for("update");
  if (!skill) throw noSuchSkill(slug);
  return skill;
}

async function findRating(tx: Transaction, ctx: MemberContext, skillId: string): Promise<Opinion | null> {
  const [rating] = await tx.select().from(ratings).where(isMine(ctx, skillId));
  return rating ?? null;
}

async function upsertRating(tx: Transaction, ctx: MemberContext, skillId: string, opinion: Opinion): Promise<string> {
  const [rating] = await tx
    .insert(ratings)
    .values({ tenantId: ctx.tenantId, skillId, userId: ctx.member.id, ...opinion })
    .onConflictDoUpdate({
      target: [ratings.tenantId, ratings.skillId, ratings.userId],
      set: { ...opinion, updatedAt: sql`now()` },
    })
    .returning({ id: ratings.id });
  if (!rating) throw new Error("The rating was not kept.");
  return rating.id;
}

async function count(
  tx: Transaction,
  ctx: MemberContext,
  skill: LockedSkill,
  change: { count: number; sum: number },
): Promise<RatedSkill> {
  const [counted] = await tx
    .update(skills)
    .set({
      ratingCount: sql`${skills.ratingCount} + ${change.count}`,
      ratingSum: sql`${skills.ratingSum} + ${change.sum}`,
    })
    .where(inTenant(ctx, skills, eq(skills.id, skill.id)))
    .returning();
  if (!counted) throw new Error("The rating was not counted.");
  return ratedOf(counted);
}

function ratedOf({ slug, name, ratingCount, ratingSum }: LockedSkill): RatedSkill {
  return { slug, name, ratingCount, ratingMean: meanOf(ratingSum, ratingCount) };
}
