import { sql } from "drizzle-orm";
import { searchSlips } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { slipKeys } from "@/lib/search/slips";
import { lookUp } from "./search-look-up";
import { textArray } from "./text-array";
import type { Transaction } from "./unit";

/**
 * Adds what typing mistakes are traced back to. Words of skills that are gone stay: a correction needs a skill that has the
 * word, so nobody is shown them.
 * @param correctable what may be meant, with the word under which it is indexed
 */
export async function addSlips(tx: Transaction, ctx: TenantContext, correctable: Map<string, string>): Promise<void> {
  const given = [...correctable]
    .map(([surface, word]) => ({ surface, meant: meantOf(surface, word), keys: slipKeys(surface) }))
    .filter(({ keys }) => keys.length > 0);
  if (given.length === 0) return;
  // A word is a key of its own, so that what is known already is found by looking for it. Whoever indexes holds the hall's index,
  // so the others can be added without expecting anybody to have been quicker, which costs half as much.
  const surfaces = textArray(given.map(({ surface }) => surface));
  const rows = await tx.execute<{ key: string; word: string }>(sql`
    select asked.key, known.word from unnest(${surfaces}::text[]) as asked (key)
    cross join lateral (${lookUp(ctx, searchSlips, sql`${searchSlips.word} as word`, sql`${searchSlips.key} = asked.key`)}) as known`);
  const known = new Set(rows.map(({ key, word }) => `${key}\n${word}`));
  const fresh = given.filter(({ surface, meant }) => !known.has(`${surface}\n${meant}`));
  const pairs = fresh.flatMap(({ meant, keys }) => keys.map((key) => [key, meant] as const));
  if (pairs.length === 0) return;
  pairs.sort(([a], [b]) => (a < b ? -1 : 1));
  await tx.execute(sql`
    insert into ${searchSlips} (tenant_id, key, word)
    select ${ctx.tenantId}::uuid, made.key, made.word
    from unnest(${textArray(pairs.map(([key]) => key))}::text[], ${textArray(pairs.map(([, word]) => word))}::text[]) as made (key, word)`);
}

/** A word as it is written and as it is indexed, which are both needed to find and to show it. */
const meantOf = (surface: string, word: string): string => `${surface} ${word}`;
