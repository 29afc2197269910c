import { sql } from "drizzle-orm";
import { auditLogs } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { inTenant } from "./scope";
import type { Transaction } from "./unit";

export type AuditActor = { id: string; name: string };

/** More people than this are sought by name. */
export const MAX_LISTED_ACTORS = 40;

/**
 * Everybody who did anything, by name, as they were called last; null when they are too many to list. Steps from one
 * actor's newest row to the next actor's by the index, so that it costs as many look-ups as there are actors, however
 * long the log is.
 */
export async function listActors(tx: Transaction, ctx: MemberContext): Promise<AuditActor[] | null> {
  const newestOf = (condition: ReturnType<typeof sql>) => sql`
    select actor_id, actor_name from ${auditLogs} where ${inTenant(ctx, auditLogs, condition)}
    order by actor_id, seq desc limit 1`;
  const actors = await tx.execute<AuditActor>(sql`
    with recursive walk as (
      (${newestOf(sql`actor_id is not null`)})
      union all
      select following.actor_id, following.actor_name
      from walk cross join lateral (${newestOf(sql`actor_id > walk.actor_id`)}) following
    ), first_ones as (select * from walk limit ${MAX_LISTED_ACTORS + 1})
    select actor_id as id, actor_name as name from first_ones order by lower(actor_name), actor_id`);
  return actors.length > MAX_LISTED_ACTORS ? null : [...actors];
}
