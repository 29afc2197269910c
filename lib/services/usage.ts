import { eq, sql } from "drizzle-orm";
import { skills, skillVersions, usageEvents } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { inTenant } from "./scope";
import { isVisibleTo } from "./skill-visibility";
import { mutate, type Transaction } from "./unit";

export type UseInput = { slug: string; version: string; kind: "download" | "install_copy" };

/**
 * Counts one use a person, skill, kind and UTC day; the day is the database's, so that servers with different clocks agree.
 * @returns whether this one was counted, or had been
 * @throws DomainError `not_found` when there is no such version
 */
export async function recordUse(ctx: MemberContext, input: UseInput): Promise<{ counted: boolean }> {
  return mutate<{ counted: boolean }>(ctx, { action: "usage.record", role: "viewer" }, async (tx) => {
    const skill = await findVersion(tx, ctx, input);
    const [event] = await tx
      .insert(usageEvents)
      .values({
        tenantId: ctx.tenantId,
        clientEventId: sql`concat_ws('/', ${input.kind}::text, ${skill.id}::text, ${ctx.member.id}::text, to_char(now() at time zone 'UTC', 'YYYY-MM-DD'))`,
        skillId: skill.id,
        version: input.version,
        userId: ctx.member.id,
        kind: input.kind,
        source: "web",
      })
      .onConflictDoNothing({ target: [usageEvents.tenantId, usageEvents.clientEventId] })
      .returning({ id: usageEvents.id });
    if (!event) return { row: { counted: false }, unchanged: true };
    await tx
      .update(skills)
      .set({ useCount: sql`${skills.useCount} + 1` })
      .where(inTenant(ctx, skills, eq(skills.id, skill.id)));
    return {
      row: { counted: true },
      subject: { type: "skill", id: skill.id, name: skill.name },
      after: { kind: input.kind, version: input.version },
    };
  });
}

async function findVersion(
  tx: Transaction,
  ctx: MemberContext,
  input: UseInput,
): Promise<{ id: string; name: string }> {
  const [skill] = await tx
    .select({ id: skills.id, name: skills.name })
    .from(skills)
    .innerJoin(
      skillVersions,
      inTenant(ctx, skillVersions, eq(skillVersions.skillId, skills.id), eq(skillVersions.version, input.version)),
    )
    .where(inTenant(ctx, skills, eq(skills.slug, input.slug), isVisibleTo(ctx, ctx.member.id)));
  if (skill) return skill;
  throw new DomainError("not_found", `There is no ${input.slug.slice(0, 64)} ${input.version.slice(0, 64)}.`);
}
