import { eq, sql } from "drizzle-orm";
import { skills } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { wakeEmbedding } from "./embeddings";
import { inTenant } from "./scope";
import { reindexSkills } from "./search-catch-up";
import { unindexSkills } from "./search-index";
import { lockOwnSkill } from "./skill-lock";
import { mutate } from "./unit";

type Named = { slug: string; name: string };

/**
 * Takes a skill out of every list and search; its versions, ratings and uses stay. By its author or an admin. Archiving
 * what is archived changes nothing.
 * @throws DomainError `not_found`, `forbidden`
 */
export async function archiveSkill(ctx: MemberContext, input: { slug: string }): Promise<Named> {
  return changeStatus(ctx, input.slug, "archived");
}

/** Puts an archived skill back where it was. @throws DomainError `not_found`, `forbidden` */
export async function restoreSkill(ctx: MemberContext, input: { slug: string }): Promise<Named> {
  const restored = await changeStatus(ctx, input.slug, "published");
  // Its text or the hall's model may have changed while nobody could find it.
  wakeEmbedding(ctx);
  return restored;
}

function changeStatus(ctx: MemberContext, slug: string, status: "archived" | "published"): Promise<Named> {
  const action = status === "archived" ? "skill.archive" : "skill.restore";
  return mutate(ctx, { action, role: "member" }, async (tx) => {
    const skill = await lockOwnSkill(tx, ctx, slug);
    const row = { slug, name: skill.name };
    if (skill.status === status) return { row, unchanged: true };
    await tx
      .update(skills)
      .set({ status, updatedAt: sql`now()` })
      .where(inTenant(ctx, skills, eq(skills.id, skill.id)));
    if (status === "archived") await unindexSkills(tx, ctx, [skill.id]);
    else await reindexSkills(tx, ctx, [skill.id]);
    const subject = { type: "skill" as const, id: skill.id, name: skill.name };
    return { row, subject, before: { status: skill.status }, after: { status } };
  });
}
