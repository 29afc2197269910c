import { sql } from "drizzle-orm";
import { skillDocuments } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { type IndexedSkill, indexSkill, type SearchableSkill } from "@/lib/search/fields";
import { inTenant } from "./scope";
import { type Changes, changePostings } from "./search-postings";
import { addSlips } from "./search-slips";
import type { Transaction } from "./unit";

/** How words are read and weighed; raised when that changes, so that what was indexed before is read again. */
export const INDEX_VERSION = 2;

export type ToIndex = SearchableSkill & { skillId: string };

type Known = { skillId: string; number: number | null; words: string[] };

/**
 * Puts skills into their hall's index as they are now, in place of what it had of them. To be called after their rows are
 * locked: two of these in one hall take turns until commit.
 */
export async function indexSkills(tx: Transaction, ctx: TenantContext, skills: ToIndex[]): Promise<void> {
  if (skills.length === 0) return;
  // Without the database, and so before anybody waits.
  const made = skills.map((skill) => ({ skillId: skill.skillId, ...indexSkill(skill) }));
  const { known, next } = await lockIndex(
    tx,
    ctx,
    skills.map((skill) => skill.skillId),
  );
  let free = next;
  const changes: Changes = new Map();
  const rows = made.map((one) => {
    const before = known.get(one.skillId);
    const isNew = (before?.number ?? null) === null;
    const number = before?.number ?? free++;
    changes.set(number, { gone: before?.words ?? [], weights: one.weights, isNew });
    return { ...one, number };
  });
  await changePostings(tx, ctx, changes);
  await addSlips(tx, ctx, new Map(rows.flatMap((row) => [...row.correctable])));
  await saveDocuments(tx, ctx, rows);
}

/** Takes skills out of the index. They keep their numbers, under which they may come back. */
export async function unindexSkills(tx: Transaction, ctx: TenantContext, skillIds: string[]): Promise<void> {
  const { known } = await lockIndex(tx, ctx, skillIds);
  const changes: Changes = new Map();
  for (const { number, words } of known.values()) {
    if (number !== null) changes.set(number, { gone: words, weights: new Map() });
  }
  await changePostings(tx, ctx, changes);
  await tx
    .update(skillDocuments)
    .set({ words: [], indexVersion: 0 })
    .where(inTenant(ctx, skillDocuments, sql`${skillDocuments.skillId} = any(${idsOf(skillIds)}::uuid[])`));
}

const idsOf = (ids: string[]): string => `{${ids.join(",")}}`;

/**
 * Waits for the hall's index. A bucket is read, changed and written again, and a number is the next one, so of two writers
 * the second has to see what the first has done: the lock is a statement of its own, since a statement sees what was there
 * when it began.
 */
async function lockIndex(
  tx: Transaction,
  ctx: TenantContext,
  skillIds: string[],
): Promise<{ known: Map<string, Known>; next: number }> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`search ${ctx.tenantId}`}, 0))`);
  const rows = await tx
    .select({ skillId: skillDocuments.skillId, number: skillDocuments.number, words: skillDocuments.words })
    .from(skillDocuments)
    .where(inTenant(ctx, skillDocuments, sql`${skillDocuments.skillId} = any(${idsOf(skillIds)}::uuid[])`));
  const [top] = await tx
    .select({ next: sql<number>`coalesce(max(${skillDocuments.number}), -1) + 1` })
    .from(skillDocuments)
    .where(inTenant(ctx, skillDocuments));
  return { known: new Map(rows.map((row) => [row.skillId, row])), next: Number(top?.next ?? 0) };
}

type Row = IndexedSkill & { skillId: string; number: number };

async function saveDocuments(tx: Transaction, ctx: TenantContext, rows: Row[]): Promise<void> {
  await tx
    .insert(skillDocuments)
    .values(
      rows.map(({ skillId, number, weights, text }) => ({
        tenantId: ctx.tenantId,
        skillId,
        number,
        words: [...weights.keys()],
        text,
        indexVersion: INDEX_VERSION,
      })),
    )
    .onConflictDoUpdate({
      target: [skillDocuments.tenantId, skillDocuments.skillId],
      set: {
        number: sql`excluded.number`,
        words: sql`excluded.words`,
        text: sql`excluded.text`,
        indexVersion: sql`excluded.index_version`,
      },
    });
}
