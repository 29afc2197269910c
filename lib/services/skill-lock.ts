import { eq } from "drizzle-orm";
import { skills } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { inTenant } from "./scope";
import { isVisibleTo, noSuchSkill, refuseUnlessOwn } from "./skill-visibility";
import type { Transaction } from "./unit";

export type OwnSkill = typeof skills.$inferSelect;

/**
 * A skill that this member may change, with its row locked until the unit ends.
 * @throws DomainError `not_found`, also for what the member may not see; `forbidden` for what they may only see
 */
export async function lockOwnSkill(tx: Transaction, ctx: MemberContext, slug: string): Promise<OwnSkill> {
  const [skill] = await tx
    .select()
    .from(skills)
    .where(inTenant(ctx, skills, eq(skills.slug, slug), isVisibleTo(ctx, ctx.member.id)))
    .for("update");
  if (!skill) throw noSuchSkill(slug);
  refuseUnlessOwn(ctx, skill);
  return skill;
}
