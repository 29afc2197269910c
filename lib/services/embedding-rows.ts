import { createHash } from "node:crypto";
import { and, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { skillEmbeddings } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { passageText, type SkillText } from "@/lib/embeddings/skill-text";
import { inTenant } from "./scope";
import type { Transaction } from "./unit";

type Hall = Pick<TenantContext, "tenantId">;

/** A skill's vector, and what it was made of. */
export type Made = { model: string; vector: Float32Array; inputHash: string };

/** Says which text a model was given: SHA-256 of both. */
export function inputHash(model: string, skill: SkillText): string {
  return createHash("sha256")
    .update(`${model}\n${passageText(skill)}`)
    .digest("hex");
}

// Before a hash: the skill's text may have changed since. The vector goes on serving until there is a newer one.
const STALE = "stale:";

/** Whether a stored row is of this very text, although it was marked as perhaps older. */
export const isStillTrue = (stored: string | null, hash: string): boolean => stored === STALE + hash;

/** Of a skill left-joined with its embedding: it has none of this model, or one of an older text. */
export function isMissing(model: SQL | string): SQL {
  const { id, inputHash: hash } = skillEmbeddings;
  return or(isNull(id), ne(skillEmbeddings.model, model), sql`starts_with(${hash}, ${STALE})`) as SQL;
}

/**
 * Stores one vector in the unit that writes the skill's text, or in its absence marks the one that is there as older than the
 * text: the worker then makes it anew.
 * @param made `embeddingFor` this text; one of another text, as when somebody was quicker, counts as none
 */
export async function saveEmbedding(
  tx: Transaction,
  ctx: Hall,
  skillId: string,
  skill: SkillText,
  made: Made | null,
): Promise<void> {
  await saveEmbeddings(tx, ctx, [{ skillId, skill, made }]);
}

/** Several at once. At most two statements. */
export async function saveEmbeddings(
  tx: Transaction,
  ctx: Hall,
  given: { skillId: string; skill: SkillText; made: Made | null }[],
): Promise<void> {
  const rows = given.flatMap(({ skillId, skill, made }) =>
    made && made.inputHash === inputHash(made.model, skill) ? [rowOf(ctx, skillId, made)] : [],
  );
  if (rows.length > 0) await upsert(tx, rows);
  const fresh = new Set(rows.map((row) => row.skillId));
  const older = given.map(({ skillId }) => skillId).filter((id) => !fresh.has(id));
  if (older.length === 0) return;
  const isUnmarked = sql`not starts_with(${skillEmbeddings.inputHash}, ${STALE})`;
  await tx
    .update(skillEmbeddings)
    .set({ inputHash: sql`${STALE} || ${skillEmbeddings.inputHash}` })
    .where(inTenant(ctx, skillEmbeddings, and(inArray(skillEmbeddings.skillId, older), isUnmarked)));
}

type Row = typeof skillEmbeddings.$inferInsert;

function rowOf(ctx: Hall, skillId: string, { model, vector, inputHash: hash }: Made): Row & { skillId: string } {
  const dimensions = vector.length;
  return { tenantId: ctx.tenantId, skillId, embedding: [...vector], model, dimensions, inputHash: hash };
}

async function upsert(tx: Transaction, rows: Row[]): Promise<void> {
  await tx
    .insert(skillEmbeddings)
    .values(rows)
    .onConflictDoUpdate({
      target: [skillEmbeddings.tenantId, skillEmbeddings.skillId],
      set: {
        embedding: sql`excluded.embedding`,
        model: sql`excluded.model`,
        dimensions: sql`excluded.dimensions`,
        inputHash: sql`excluded.input_hash`,
        updatedAt: sql`now()`,
      },
    });
}
