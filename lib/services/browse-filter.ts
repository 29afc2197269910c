import { eq, gt, gte, type SQL, sql } from "drizzle-orm";
import { skills } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import type { BrowseInput, MinRating, Period } from "@/lib/inputs/browse";
import { inTenant } from "./scope";
import type { Found } from "./search";
import { isListed } from "./skill-visibility";

/**
 * The listed skills that have all the tags. The other facets are the caller's, since what is counted beside one of them ignores
 * what is chosen of it.
 */
export function filtered(ctx: TenantContext, input: BrowseInput, ...conditions: (SQL | undefined)[]): SQL {
  return inTenant(ctx, skills, isListed, withTags(input), ...conditions);
}

/** Whether a skill has all the tags that are chosen; undefined where none is. */
export const withTags = ({ tags }: BrowseInput): SQL | undefined =>
  tags.length > 0 ? sql`${skills.tags} @> ${sql.param(tags)}::text[]` : undefined;

/** What is chosen of the facets of which one can be chosen; undefined where nothing is. */
export function chosen(input: BrowseInput): Record<"category" | "author" | "rating" | "updated", SQL | undefined> {
  return {
    category: input.category === null ? undefined : eq(skills.category, input.category),
    author: input.author === null ? undefined : eq(skills.authorId, input.author),
    rating: input.rating === null ? undefined : isRated(input.rating),
    updated: input.updated === null ? undefined : isUpdatedWithin(input.updated),
  };
}

/** Whether a skill has at least so many stars on average; one that nobody has rated has none. */
export const isRated = (stars: MinRating): SQL =>
  sql`(${gt(skills.ratingCount, 0)} and ${skills.ratingSum} >= ${stars} * ${skills.ratingCount})`;

const DAYS: Record<Period, number> = { week: 7, month: 30, quarter: 91, year: 365 };

/** Counted from the beginning of today (UTC), so that a list and its counts mean the same all day. */
export function isUpdatedWithin(period: Period): SQL {
  const start = new Date();
  start.setUTCHours(0, 0, 0, 0);
  start.setUTCDate(start.getUTCDate() - DAYS[period]);
  return gte(skills.updatedAt, start);
}

/** A ranking as a table `found (id, place)`, the best at place 1; to be joined on the skill's id. */
export function foundIn(ranking: Found[]): { table: SQL; on: SQL } {
  const ids = `{${ranking.map((match) => match.id).join(",")}}`;
  return {
    table: sql`unnest(${ids}::uuid[]) with ordinality as found (id, place)`,
    on: sql`found.id = ${skills.id}`,
  };
}
