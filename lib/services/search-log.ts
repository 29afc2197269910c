import { randomUUID } from "node:crypto";
import { eq, isNull, lt, sql } from "drizzle-orm";
import { searchQueries } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { loggedQuery } from "@/lib/inputs/logged-query";
import { inTenant } from "./scope";
import { tally } from "./unit";

/** A year, and a month to compare it with. */
export const DAYS_KEPT = 400;

// A search has at most 200 results; what is said of more is nobody's click.
const LAST_PLACE = 1_000;

export type LoggedSearch = {
  /** Given by who asked, so that saying it twice counts once; else it is made here. */
  id?: string;
  query: string;
  results: number;
  isClose: boolean;
};

/**
 * Keeps what was looked for, and what came of it, without who did; then drops what is too old. For after the answer, never
 * before it. The caller says only what somebody meant, not what they typed through.
 * @returns the row's id, under which a click is recorded; null when the query is not one to keep (`loggedQuery`)
 */
export async function logSearch(ctx: TenantContext, input: LoggedSearch): Promise<string | null> {
  const query = loggedQuery(input.query);
  if (query === null) return null;
  const { id = randomUUID(), results, isClose } = input;
  return tally(ctx, async (tx) => {
    await tx
      .insert(searchQueries)
      .values({ tenantId: ctx.tenantId, id, query, results, isClose })
      .onConflictDoNothing({ target: [searchQueries.tenantId, searchQueries.id] });
    const isOld = lt(searchQueries.askedAt, sql`now() - make_interval(days => ${DAYS_KEPT})`);
    await tx.delete(searchQueries).where(inTenant(ctx, searchQueries, isOld));
    return id;
  });
}

/**
 * The place, from 1, of the result that was opened first. Later ones change nothing, nor does what no search of this hall was.
 * @returns whether it was the first one
 */
export async function recordClick(ctx: TenantContext, input: { id: string; place: number }): Promise<boolean> {
  const { id, place } = input;
  if (!Number.isInteger(place) || place < 1 || place > LAST_PLACE) return false;
  const unopened = inTenant(ctx, searchQueries, eq(searchQueries.id, id), isNull(searchQueries.clickedPlace));
  return tally(ctx, async (tx) => {
    const first = await tx
      .update(searchQueries)
      .set({ clickedPlace: place })
      .where(unopened)
      .returning({ id: searchQueries.id });
    return first.length > 0;
  });
}
