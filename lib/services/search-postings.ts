import { and, eq, type SQL, sql } from "drizzle-orm";
import { searchPostings } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import type { Weight } from "@/lib/search/fields";
import { BUCKET, bucketOf, changedBucket, entryHex } from "@/lib/search/postings";
import { inTenant } from "./scope";
import { lookUp } from "./search-look-up";
import { textArray } from "./text-array";
import type { Transaction } from "./unit";

/** By a skill's number: the words that it had, and those that it has now. A new number is higher than any that is there. */
export type Changes = Map<number, { gone: string[]; weights: Map<string, Weight>; isNew?: boolean }>;

type Bucket = Map<string, Map<number, Weight | null>>;

// One statement carries this many rows at most.
const ROWS_AT_ONCE = 5_000;

/**
 * Lays new skills behind what is there, which need not be read for it, and rewrites the rows of the others: one statement to
 * read and one to write for a bucket.
 */
export async function changePostings(tx: Transaction, ctx: TenantContext, changes: Changes): Promise<void> {
  const known = new Map([...changes].filter(([, { isNew }]) => !isNew));
  for (const [bucket, words] of byBucket(known)) {
    for (const some of portions(words)) await changeRows(tx, ctx, bucket, some);
  }
  for (const [bucket, words] of addedByBucket(changes)) {
    for (const some of portions(words))
      await writeRows(tx, ctx, bucket, some, sql`${searchPostings.skills} || excluded.skills`);
  }
}

/** In the order of the words, in which an index is written fastest. */
function* portions<Entries>(words: Map<string, Entries>): Generator<[word: string, entries: Entries][]> {
  const all = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  for (let at = 0; at < all.length; at += ROWS_AT_ONCE) yield all.slice(at, at + ROWS_AT_ONCE);
}

/** The entries of new skills by bucket and word, end to end, in the order of their numbers. */
function addedByBucket(changes: Changes): Map<number, Map<string, string>> {
  const buckets = new Map<number, Map<string, string>>();
  const inOrder = [...changes].filter(([, { isNew }]) => isNew).sort(([a], [b]) => a - b);
  for (const [number, { weights }] of inOrder) {
    const bucket = buckets.get(bucketOf(number)) ?? new Map<string, string>();
    buckets.set(bucketOf(number), bucket);
    for (const [word, weight] of weights) {
      bucket.set(word, (bucket.get(word) ?? "") + entryHex(number % BUCKET, weight));
    }
  }
  return buckets;
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
  words: [word: string, entries: Map<number, Weight | null>][],
): Promise<void> {
  const isHere = sql`${searchPostings.word} = asked.word and ${searchPostings.bucket} = ${bucket}`;
  const asked = textArray(words.map(([word]) => word));
  const rows = await tx.execute<{ word: string; skills: Uint8Array }>(sql`
    select asked.word, here.skills from unnest(${asked}::text[]) as asked (word)
    cross join lateral (${lookUp(ctx, searchPostings, sql`${searchPostings.skills} as skills`, isHere)}) as here`);
  const before = new Map(rows.map((row) => [row.word, row.skills]));
  const [kept, gone]: [[string, string][], string[]] = [[], []];
  for (const [word, entries] of words) {
    const bytes = changedBucket(before.get(word) ?? null, entries);
    if (bytes) kept.push([word, Buffer.from(bytes).toString("hex")]);
    else if (before.has(word)) gone.push(word);
  }
  if (kept.length > 0) await writeRows(tx, ctx, bucket, kept, sql`excluded.skills`);
  if (gone.length === 0) return;
  const isGone = sql`${searchPostings.word} = any(${textArray(gone)}::text[])`;
  await tx.delete(searchPostings).where(inTenant(ctx, searchPostings, and(isGone, eq(searchPostings.bucket, bucket))));
}

/** Adds rows, and gives those that are there already the bytes of `skills`, in which `excluded` is what was given. */
async function writeRows(
  tx: Transaction,
  ctx: TenantContext,
  bucket: number,
  rows: [word: string, hex: string][],
  skills: SQL,
): Promise<void> {
  const words = textArray(rows.map(([word]) => word));
  const bytes = `{${rows.map(([, hex]) => hex).join(",")}}`;
  // No join, which the planner would have to find a way for: the embedded database has no statistics of what was just written.
  await tx.execute(sql`
    insert into ${searchPostings} (tenant_id, word, bucket, skills)
    select ${ctx.tenantId}::uuid, made.word, ${bucket}::int, decode(made.hex, 'hex')
    from unnest(${words}::text[], ${bytes}::text[]) as made (word, hex)
    on conflict (tenant_id, word, bucket) do update set skills = ${skills}`);
}
