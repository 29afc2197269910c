import { eq, type SQL, sql } from "drizzle-orm";
import { skillDocuments, skills, users } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { type BrowseInput, type MinRating, PERIODS, type Period, RATINGS } from "@/lib/inputs/browse";
import { chosen, filtered, isRated, isUpdatedWithin, withTags } from "./browse-filter";
import { sinceLastWrite } from "./log-memory";
import { inTenant } from "./scope";
import { isKnown, isNumbered, type Known, knownColumns, type Weighing } from "./search-known";
import type { Transaction } from "./unit";

export type Count = { name: string; count: number };

export type BrowseCounts = {
  /** How many skills there are on all pages. */
  total: number;
  // Each is counted as if nothing were chosen of it, so that one can go from one choice to another.
  categories: Count[];
  /** The eight who wrote most of them, and the one who is chosen. */
  authors: (Count & { id: string })[];
  ratings: Record<MinRating, number>;
  updated: Record<Period, number>;
  /** The twenty most frequent under the whole filter: a further tag narrows what is there. */
  tags: Count[];
};

export const NOTHING_COUNTED: BrowseCounts = {
  total: 0,
  categories: [],
  authors: [],
  ratings: { 4: 0, 3: 0, 2: 0 },
  updated: { week: 0, month: 0, quarter: 0, year: 0 },
  tags: [],
};

/** One statement where nothing was written since the same was last counted, else two. */
export function countSkills(tx: Transaction, ctx: TenantContext, input: BrowseInput): Promise<BrowseCounts> {
  const { category, tags, author, rating, updated } = input;
  // The day is part of it: with every day that passes, something is no longer of this week.
  const filter = JSON.stringify([category, tags, author, rating, updated, new Date().toISOString().slice(0, 10)]);
  return sinceLastWrite(tx, ctx, `browse ${filter}`, async () => {
    const { known, ...counts } = await countNow(tx, ctx, input, null);
    return counts;
  });
}

/** Of the skills that a search has found, by their numbers: which of them are listed, and what the filters leave of them. */
export async function countFound(
  tx: Transaction,
  ctx: TenantContext,
  input: BrowseInput,
  numbers: number[],
  weighing: Weighing | null,
): Promise<BrowseCounts & { known: Known[] }> {
  if (numbers.length === 0) return { ...NOTHING_COUNTED, known: [] };
  return countNow(tx, ctx, input, numbers, weighing);
}

/** One reading of the skills, all or those that were found; of each, which facets' choices it meets. */
async function countNow(
  tx: Transaction,
  ctx: TenantContext,
  input: BrowseInput,
  numbers: number[] | null,
  weighing: Weighing | null = null,
): Promise<BrowseCounts & { known: Known[] }> {
  const yes = sql`true`;
  const is = chosen(input);
  // What was found is known whether its tags fit or not.
  const [source, where, hasTags] = numbers
    ? [documentsOf(ctx), inTenant(ctx, skillDocuments, isNumbered(numbers)), withTags(input) ?? yes]
    : [skills, filtered(ctx, input), yes];
  const [counts] = await tx.execute<BrowseCounts & { known: Known[] }>(sql`
    with known as (
      select ${skills.category} as category, ${skills.tags} as tags, ${skills.authorId} as author_id, ${hasTags} as t,
        ${is.category ?? yes} as c, ${is.author ?? yes} as a, ${is.rating ?? yes} as r, ${is.updated ?? yes} as u,
        ${asColumns(RATINGS, "rated", isRated)}, ${asColumns(PERIODS, "in", isUpdatedWithin)},
        ${numbers ? knownOf(ctx, weighing) : sql`null`} as known
      from ${source} where ${where}
    ), fitting as materialized (select * from known where t)
    select (${numbers ? sql`select coalesce(json_agg(known), '[]'::json) from known` : sql`'[]'::json`}) as known,
      (select count(*)::int from fitting where c and a and r and u) as total,
      (${asCounts(sql`select category as name, count(*)::int as count from fitting where a and r and u group by category`)}) as categories,
      (${mostActive(ctx, input)}) as authors,
      (select json_build_object(${asFields(RATINGS, "rated")}) from fitting where c and a and u) as ratings,
      (select json_build_object(${asFields(PERIODS, "in")}) from fitting where c and a and r) as updated,
      (${asCounts(sql`select tag as name, count(*)::int as count
        from (select unnest(tags) as tag from fitting where c and a and r and u) as one_each
        group by tag order by count(*) desc, tag limit 20`)}) as tags`);
  return counts ?? { ...NOTHING_COUNTED, known: [] };
}

function knownOf(ctx: TenantContext, weighing: Weighing | null): SQL {
  const columns = Object.entries(knownColumns(ctx, weighing));
  return sql`json_build_object(${sql.join(
    columns.map(([name, column]) => sql`${name}::text, ${column}`),
    sql`, `,
  )})`;
}

const documentsOf = (ctx: TenantContext) => sql`${skillDocuments} join ${skills} on ${isKnown(ctx)}`;

const asColumns = <Choice extends string | number>(
  choices: readonly Choice[],
  name: string,
  is: (one: Choice) => SQL,
) =>
  sql.join(
    choices.map((choice) => sql`${is(choice)} as ${sql.identifier(`${name}_${choice}`)}`),
    sql`, `,
  );

const asFields = (choices: readonly (string | number)[], name: string) =>
  sql.join(
    choices.map((choice) => {
      const isSo = sql.identifier(`${name}_${choice}`);
      return sql`${String(choice)}::text, count(*) filter (where ${isSo})::int`;
    }),
    sql`, `,
  );

function mostActive(ctx: TenantContext, input: BrowseInput): SQL {
  const isChosen = sql`author_id is not distinct from ${input.author}::uuid`;
  return sql`select coalesce(json_agg(json_build_object('id', author_id, 'name', ${users.name}, 'count', count)
      order by count desc, ${users.name}), '[]'::json)
    from (select author_id, count(*)::int as count from fitting where c and r and u
      group by author_id order by ${isChosen} desc, count(*) desc, author_id limit 8) as most
    join ${users} on ${inTenant(ctx, users, eq(users.id, sql`author_id`))}`;
}

/** Rows of name and count as one value, the most frequent first. */
export function asCounts(rows: SQL): SQL {
  return sql`select coalesce(json_agg(json_build_object('name', name, 'count', count) order by count desc, name), '[]'::json) from (${rows}) as counted`;
}
