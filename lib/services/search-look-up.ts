import { type SQL, sql } from "drizzle-orm";
import type { searchPostings, searchSlips } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { inTenant } from "./scope";

/**
 * Rows of one key, to be joined laterally with the keys that are sought: one descent of the index each, whatever the database
 * believes. With a list of keys in one condition it takes a hall that it has no statistics of yet, as after an import, for a
 * handful of rows, and reads the whole of it to pick them out. What is an offset of nothing keeps it from joining otherwise.
 */
export const lookUp = (
  ctx: TenantContext,
  table: typeof searchPostings | typeof searchSlips,
  columns: SQL,
  isSought: SQL,
): SQL => sql`select ${columns} from ${table} where ${inTenant(ctx, table, isSought)} offset 0`;
