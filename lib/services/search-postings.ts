import { and, eq, sql } from "drizzle-orm";
import { searchPostings } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import type { Weight } from "@/lib/search/fields";
import { BUCKET, bucketOf, changedBucket } from "@/lib/search/postings";
import { inTenant } from "./scope";
import { lookUp } from "./search-look-up";
import { textArray } from "./text-array";
import type { Transaction } from "./unit";

/** By a skill's number: the words that it had, and those that it has now. */
export type Changes = Map<number, { gone: string[]; weights: Map<string, Weight> }>;

type Bucket = Map<string, Map<number, Weight | null>>;

// One statement carries this many rows at most.
const ROWS_AT_ONCE = 5_000;

/** Reads the rows that change, once, and writes back those that did: one statement to read and one to write for a bucket. */
export async function changePostings(tx: Transaction, ctx: TenantContext, changes: Changes): Promise<void> {
  for (const [bucket, words] of byBucket(changes)) {
    const all = [...words.keys()].sort();
    for (let at = 0; at < all.length; at += ROWS_AT_ONCE) {
      await changeRows(
        tx,
        ctx,
        bucket,
        new Map(all.slice(at, at + ROWS_AT_ONCE).map((word) => [word, words.get(word)])),
      );
    }
  }
}

function byBucket(changes: Changes): Map<number, Bucket> {
  const buckets = new Map<number, Bucket>();
  for (const [number, { gone, weights }] of changes) {
    const bucket = buckets.get(bucketOf(number)) ?? new Map();
    buckets.set(bucketOf(number), bucket);
    const set = (word: string, weight: Weight | null) => {
      const entries = bucket.get(word) ?? new Map();
      bucket.set(word, entries.set(number % BUCKET, weight));
    };
    for (const word of gone) if (!weights.has(word)) set(word, null);
    for (const [word, weight] of weights) set(word, weight);
  }
  return buckets;
}

async function changeRows(
  tx: Transaction,
  ctx: TenantContext,
  bucket: number,
  words: Map<string, Map<number, Weight | null> | undefined>,
): Promise<void> {
  const isHere = sql`${searchPostings.word} = asked.word and ${searchPostings.bucket} = ${bucket}`;
  const rows = await tx.execute<{ word: string; skills: Uint8Array }>(sql`
    select asked.word, here.skills from unnest(${textArray(words.keys())}::text[]) as asked (word)
    cross join lateral (${lookUp(ctx, searchPostings, sql`${searchPostings.skills} as skills`, isHere)}) as here`);
  const before = new Map(rows.map((row) => [row.word, row.skills]));
  const [kept, gone]: [[string, string][], string[]] = [[], []];
  for (const [word, entries] of words) {
    const bytes = changedBucket(before.get(word) ?? null, entries ?? new Map());
    if (bytes) kept.push([word, Buffer.from(bytes).toString("hex")]);
    else if (before.has(word)) gone.push(word);
  }
  if (kept.length > 0) await writeRows(tx, ctx, bucket, kept);
  if (gone.length === 0) return;
  const isGone = sql`${searchPostings.word} = any(${textArray(gone)}::text[])`;
  await tx.delete(searchPostings).where(inTenant(ctx, searchPostings, and(isGone, eq(searchPostings.bucket, bucket))));
}

function writeRows(tx: Transaction, ctx: TenantContext, bucket: number, rows: [word: string, hex: string][]) {
  const words = textArray(rows.map(([word]) => word));
  const bytes = `{${rows.map(([, hex]) => hex).join(",")}}`;
  return tx.execute(sql`
    insert into ${searchPostings} (tenant_id, word, bucket, skills)
    select ${ctx.tenantId}::uuid, made.word, ${bucket}::int, decode(made.hex, 'hex')
    from unnest(${words}::text[], ${bytes}::text[]) as made (word, hex)
    on conflict (tenant_id, word, bucket) do update set skills = excluded.skills`);
}
