import { sql } from "drizzle-orm";
import { searchPostings, searchSlips, skillDocuments, skillEmbeddings, skills } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import type { Near } from "@/lib/search/fuse";
import type { Answers, IndexedWord } from "@/lib/search/matching";
import { readBuckets } from "@/lib/search/postings";
import type { Query } from "@/lib/search/query";
import { inTenant } from "./scope";
import { lookUp } from "./search-look-up";
import type { QueryVector } from "./search-vector";
import { isListed } from "./skill-visibility";
import { textArray } from "./text-array";
import type { Transaction } from "./unit";

// Bytes of postings, four a skill: beyond these the commonest words stay behind, which tell least.
const MOST_EXACT = 240_000;
const MOST_BEGUN = 60_000;
const COMPLETIONS = 20;
const NEAREST = 100;
// Twice as many as a search shows at most: some are too faint beside the best. On the development set two pages and more
// are left of them wherever a word is this common.
const ENOUGH_BY_WORDS = 400;
// After every word that begins with something.
const LAST = "\u{10FFFF}";

type AnswerRow = {
  kind: "exact" | "begun" | "slip" | "near" | "total";
  typed: string | null;
  word: string | null;
  /** Bytes of all postings, a skill's number, or how many skills there are. */
  count: number | null;
  similarity: number | null;
  list: Uint8Array | null;
};

export type Answered = Answers & { near: Near[]; total: number };

/**
 * All that the database knows about a query, in one statement: where its words stand, what the last one may become, what the
 * unknown ones may be slips of, and which skills are near its meaning. Conditions on the index are equality and order of
 * words only, since under row-level security no index answers anything else.
 */
export async function findAnswers(
  tx: Transaction,
  ctx: TenantContext,
  query: Query,
  vector: QueryVector,
): Promise<Answered> {
  const words = textArray([...query.words.map((word) => word.stem), ...(query.identity ? [query.identity] : [])]);
  const rows = await tx.execute<AnswerRow>(sql`
    with exact as materialized (
      select asked.word, sum(size) as size from unnest(${words}::text[]) as asked (word)
      cross join lateral (${lookUp(
        ctx,
        searchPostings,
        sql`octet_length(${searchPostings.skills}) as size`,
        sql`${searchPostings.word} = asked.word`,
      )}) as row
      group by asked.word
    ), begun as materialized (${begunBy(ctx, query)}),
    slips as materialized (${slipsOf(ctx, query)}),
    sizes as (
      select 'exact' as kind, null::text as typed, word, word as indexed, size,
        sum(size) over (order by size, word) <= ${MOST_EXACT} as is_sent from exact
      union all
      select 'begun', null, word, word, size, sum(size) over (order by size, word) <= ${MOST_BEGUN} from begun
      union all
      select 'slip', typed, word, split_part(word, ' ', 2), null, true from slips
    )
    select kind, typed, sizes.word, coalesce(size, octet_length(list))::float8 as count, null::float8 as similarity,
      list
    from sizes left join lateral (${listOf(ctx)}) as postings on sizes.is_sent
    union all
    select 'total', null, null, (${totalOf(ctx)}), null, null
    union all
    ${nearestTo(ctx, query, vector)}`);
  return answersOf(rows);
}

/** A word's buckets, laid end to end; see lib/search/postings.ts. */
const listOf = (ctx: TenantContext) => sql`
  select string_agg(int4send(${searchPostings.bucket}) || int4send(octet_length(${searchPostings.skills})) || ${searchPostings.skills}, ''::bytea
    order by ${searchPostings.bucket}) as list
  from ${searchPostings} where ${inTenant(ctx, searchPostings, sql`${searchPostings.word} = sizes.indexed`)}`;

/** The words most skills have of those that begin like this. Of very many the first ones are looked at. */
function begunBy(ctx: TenantContext, { prefix }: Query) {
  if (!prefix) return sql`select null::text as word, null::bigint as size where false`;
  const starts = sql`${searchPostings.word} >= ${prefix.start} and ${searchPostings.word} < ${prefix.start + LAST}`;
  return sql`
    select word, sum(size) as size from (
      select ${searchPostings.word} as word, octet_length(${searchPostings.skills}) as size
      from ${searchPostings} where ${inTenant(ctx, searchPostings, starts)} limit 4000
    ) as first_ones group by word order by sum(size) desc, word limit ${COMPLETIONS}`;
}

/** What the words may have been meant to be that hardly any skill has. */
function slipsOf(ctx: TenantContext, query: Query) {
  if (query.keys.length === 0) return sql`select null::text as typed, null::text as word where false`;
  const stems = new Map(query.words.map((word) => [word.surface, word.stem]));
  const column = (texts: string[]) => sql`${textArray(texts)}::text[]`;
  return sql`
    select distinct asked.typed, slip.word
    from unnest(${column(query.keys.map(({ key }) => key))}, ${column(query.keys.map(({ typed }) => typed))},
      ${column(query.keys.map(({ typed }) => stems.get(typed) ?? typed))}) as asked (key, typed, stem)
    cross join lateral (
      select ${searchSlips.word} as word from ${searchSlips}
      where ${inTenant(ctx, searchSlips, sql`${searchSlips.key} = asked.key`)} limit 20
    ) as slip
    where not exists (select 1 from exact where exact.word = asked.stem and size > 8) limit 100`;
}

const totalOf = (ctx: TenantContext) =>
  sql`select coalesce(max(${skillDocuments.number}), -1) + 1 from ${skillDocuments} where ${inTenant(ctx, skillDocuments)}`;

/**
 * An exact scan of the hall's vectors; see docs/decisions/no-shared-vector-index.md. What only meaning finds stands behind all
 * that words find: where a word stands in more skills than are shown, nobody would see it, and nothing is scanned;
 * unless some word stands nowhere, as those of another language do.
 */
function nearestTo(ctx: TenantContext, query: Query, asked: QueryVector) {
  if ("unavailable" in asked) {
    return sql`select 'near', null, null, null, null::float8, null::bytea where false`;
  }
  const vector = `[${asked.vector.join(",")}]`;
  const isFew = sql`(select coalesce(max(size), 0) from exact) < ${4 * ENOUGH_BY_WORDS}`;
  const isForeign = sql`(select count(*) from exact where left(word, 1) <> '=') < ${query.words.length}`;
  const isWanted = sql`(${isFew} or ${isForeign})`;
  const ofModel = sql`${skillEmbeddings.model} = ${asked.model} and ${skillEmbeddings.dimensions} = ${asked.vector.length}`;
  return sql`
    (select 'near', null, null, ${skillDocuments.number}, 1 - distance, null::bytea
    from (
      select ${skillEmbeddings.skillId} as skill_id, ${skillEmbeddings.embedding} <=> ${vector}::vector as distance
      from ${skillEmbeddings} where ${inTenant(ctx, skillEmbeddings, ofModel, isWanted)} order by distance limit ${NEAREST}
    ) as nearest
    join ${skillDocuments} on ${inTenant(ctx, skillDocuments, sql`${skillDocuments.skillId} = nearest.skill_id`)}
    join ${skills} on ${inTenant(ctx, skills, sql`${skills.id} = nearest.skill_id`, isListed)}
    where ${skillDocuments.number} is not null order by distance)`;
}

function answersOf(rows: Iterable<AnswerRow>): Answered {
  const answered: Answered = { exact: new Map(), begun: new Map(), slips: [], near: [], total: 0 };
  for (const { kind, typed, word, count, similarity, list } of rows) {
    if (kind === "total") answered.total = Number(count);
    else if (kind === "near") answered.near.push({ number: Number(count), similarity: Number(similarity) });
    else if (kind !== "slip") answered[kind].set(word ?? "", indexedWord(list, Number(count) / 4));
    else if (list) answered.slips.push(slipOf(typed ?? "", word ?? "", list));
  }
  return answered;
}

function slipOf(typed: string, meant: string, list: Uint8Array): Answers["slips"][number] {
  const [surface = "", word = ""] = meant.split(" ");
  const postings = readBuckets(list);
  return { typed, surface, word, indexed: { df: postings.numbers.length, list: postings } };
}

const indexedWord = (list: Uint8Array | null, df: number): IndexedWord => ({
  df,
  list: list ? readBuckets(list) : null,
});
