import { eq, type SQL, sql } from "drizzle-orm";
import { skills } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import type { BrowseInput } from "@/lib/inputs/browse";
import { inTenant } from "./scope";
import type { Found } from "./search";
import { isListed } from "./skill-visibility";

/** The listed skills that have all the tags and this author. The category is the caller's, since its counts ignore it. */
export function filtered(ctx: TenantContext, input: BrowseInput, ...conditions: (SQL | undefined)[]): SQL {
  const hasTags = input.tags.length > 0 ? sql`${skills.tags} @> ${sql.param(input.tags)}::text[]` : undefined;
  const isByAuthor = input.author ? eq(skills.authorId, input.author) : undefined;
  return inTenant(ctx, skills, isListed, hasTags, isByAuthor, ...conditions);
}

export const inCategory = (input: BrowseInput): SQL | undefined =>
  input.category === null ? undefined : eq(skills.category, input.category);

/** A ranking as a table `found (id, place)`, the best at place 1; to be joined on the skill's id. */
export function foundIn(ranking: Found[]): { table: SQL; on: SQL } {
  const ids = `{${ranking.map((match) => match.id).join(",")}}`;
  return {
    table: sql`unnest(${ids}::uuid[]) with ordinality as found (id, place)`,
    on: sql`found.id = ${skills.id}`,
  };
}
