import { and, eq, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { TenantContext } from "@/lib/context";

/** The `where` of every query: this tenant's rows, and of those the ones that meet all conditions. */
export function inTenant(
  ctx: Pick<TenantContext, "tenantId">,
  table: { tenantId: AnyPgColumn },
  ...conditions: (SQL | undefined)[]
): SQL {
  return and(eq(table.tenantId, ctx.tenantId), ...conditions) as SQL;
}
