import { eq, type SQL, sql } from "drizzle-orm";
import { skills, users } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { type BrowseInput, type MinRating, PERIODS, type Period, RATINGS } from "@/lib/inputs/browse";
import { chosen, filtered, foundIn, isRated, isUpdatedWithin } from "./browse-filter";
import { sinceLastWrite } from "./log-memory";
import { inTenant } from "./scope";
import type { Found } from "./search";
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

/** One statement where nothing was written since the same was last counted, else two; one for a search, always counted. */
export function countSkills(
  tx: Transaction,
  ctx: TenantContext,
  input: BrowseInput,
  ranking: Found[] | null,
): Promise<BrowseCounts> {
  const count = () => countNow(tx, ctx, input, ranking);
  if (ranking) return count();
  const { category, tags, author, rating, updated } = input;
  // The day is part of it: with every day that passes, something is no longer of this week.
  const filter = JSON.stringify([category, tags, author, rating, updated, new Date().toISOString().slice(0, 10)]);
  return sinceLastWrite(tx, ctx, `browse ${filter}`, count);
}

/** One reading of the skills that the tags and the words leave; of each, which facets' choices it meets. */
async function countNow(
  tx: Transaction,
  ctx: TenantContext,
  input: BrowseInput,
  ranking: Found[] | null,
): Promise<BrowseCounts> {
  const found = ranking && foundIn(ranking);
  const join = found ? sql`join ${found.table} on ${found.on}` : sql``;
  const is = chosen(input);
  const yes = sql`true`;
  const [counts] = await tx.execute<BrowseCounts>(sql`
    with fitting as (
      select ${skills.category} as category, ${skills.tags} as tags, ${skills.authorId} as author_id,
        ${is.category ?? yes} as c, ${is.author ?? yes} as a, ${is.rating ?? yes} as r, ${is.updated ?? yes} as u,
        ${asColumns(RATINGS, "rated", isRated)}, ${asColumns(PERIODS, "in", isUpdatedWithin)}
      from ${skills} ${join} where ${filtered(ctx, input)}
    )
    select
      (select count(*)::int from fitting where c and a and r and u) as total,
      (${asCounts(sql`select category as name, count(*)::int as count from fitting where a and r and u group by category`)}) as categories,
      (${mostActive(ctx, input)}) as authors,
      (select json_build_object(${asFields(RATINGS, "rated")}) from fitting where c and a and u) as ratings,
      (select json_build_object(${asFields(PERIODS, "in")}) from fitting where c and a and r) as updated,
      (${asCounts(sql`select tag as name, count(*)::int as count
        from (select unnest(tags) as tag from fitting where c and a and r and u) as one_each
        group by tag order by count(*) desc, tag limit 20`)}) as tags`);
  return counts ?? NOTHING_COUNTED;
}

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
