import { and, eq, inArray, lt, or, sql } from "drizzle-orm";
import { skillDocuments, skills, skillVersions } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { inTenant } from "./scope";
import { INDEX_VERSION, indexSkills, type ToIndex } from "./search-index";
import { isListed } from "./skill-visibility";
import { derive, read, type Transaction } from "./unit";

const BATCH = 40;

/** Indexes these skills as they are now, with the text of their latest version. Those that are not listed stay out. */
export async function reindexSkills(tx: Transaction, ctx: TenantContext, skillIds: string[]): Promise<void> {
  const rows = await tx
    .select({
      skillId: skills.id,
      slug: skills.slug,
      name: skills.name,
      description: skills.description,
      tags: skills.tags,
      body: skillVersions.body,
    })
    .from(skills)
    .innerJoin(
      skillVersions,
      inTenant(
        ctx,
        skillVersions,
        and(eq(skillVersions.skillId, skills.id), sql`${skillVersions.version} = ${skills.latestVersion}`),
      ),
    )
    .where(inTenant(ctx, skills, inArray(skills.id, skillIds), isListed));
  await indexSkills(tx, ctx, rows satisfies ToIndex[]);
}

/**
 * Indexes what was never indexed, or was by an older reading of words, a batch a transaction. Says nothing to the log, since
 * nothing that anybody wrote changes.
 * @param onProgress is told how many are done and how many there were
 * @returns how many were indexed
 */
export async function reindexOutdated(
  ctx: TenantContext,
  { onProgress }: { onProgress?: (done: number, total: number) => void } = {},
): Promise<number> {
  const outdated = await read(ctx, (tx) => findOutdated(tx, ctx));
  for (let at = 0; at < outdated.length; at += BATCH) {
    // In the order in which publishing locks them, so that the two never wait for each other.
    const batch = outdated.slice(at, at + BATCH);
    await derive(ctx, async (tx) => {
      const isBatch = inArray(skills.id, batch);
      await tx
        .select({ id: skills.id })
        .from(skills)
        .where(inTenant(ctx, skills, isBatch))
        .orderBy(skills.slug)
        .for("update");
      await reindexSkills(tx, ctx, batch);
    });
    onProgress?.(Math.min(at + BATCH, outdated.length), outdated.length);
  }
  return outdated.length;
}

async function findOutdated(tx: Transaction, ctx: TenantContext): Promise<string[]> {
  const isOld = or(sql`${skillDocuments.skillId} is null`, lt(skillDocuments.indexVersion, INDEX_VERSION));
  const rows = await tx
    .select({ id: skills.id })
    .from(skills)
    .leftJoin(skillDocuments, inTenant(ctx, skillDocuments, eq(skillDocuments.skillId, skills.id)))
    .where(inTenant(ctx, skills, isListed, isOld))
    .orderBy(skills.slug);
  return rows.map((row) => row.id);
}
