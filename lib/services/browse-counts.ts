import { type SQL, sql } from "drizzle-orm";
import { skills } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import type { BrowseInput } from "@/lib/inputs/browse";
import { filtered, foundIn, inCategory } from "./browse-filter";
import { sinceLastWrite } from "./log-memory";
import type { Found } from "./search";
import type { Transaction } from "./unit";

export type Count = { name: string; count: number };

export type BrowseCounts = {
  /** How many skills there are on all pages. */
  total: number;
  /** Counted as if no category were chosen, so that one can go from one to another. */
  categories: Count[];
  /** The twenty most frequent under the whole filter. */
  tags: Count[];
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
  const filter = JSON.stringify([input.category, input.tags, input.author]);
  return sinceLastWrite(tx, ctx, `browse ${filter}`, count);
}

async function countNow(
  tx: Transaction,
  ctx: TenantContext,
  input: BrowseInput,
  ranking: Found[] | null,
): Promise<BrowseCounts> {
  const found = ranking && foundIn(ranking);
  const join = found ? sql`join ${found.table} on ${found.on}` : sql``;
  const [counts] = await tx.execute<BrowseCounts>(sql`
    with fitting as (
      select ${skills.category} as category, ${skills.tags} as tags, ${inCategory(input) ?? sql`true`} as is_chosen
      from ${skills} ${join} where ${filtered(ctx, input)}
    )
    select
      (select count(*)::int from fitting where is_chosen) as total,
      (${asCounts(sql`select category as name, count(*)::int as count from fitting group by category`)}) as categories,
      (${asCounts(sql`select tag as name, count(*)::int as count
        from (select unnest(tags) as tag from fitting where is_chosen) as one_each
        group by tag order by count(*) desc, tag limit 20`)}) as tags`);
  return counts ?? { total: 0, categories: [], tags: [] };
}

/** Rows of name and count as one value, the most frequent first. */
export function asCounts(rows: SQL): SQL {
  return sql`select coalesce(json_agg(json_build_object('name', name, 'count', count) order by count desc, name), '[]'::json) from (${rows}) as counted`;
}
