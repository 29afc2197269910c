import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import * as schema from "./schema";

export type Database = PostgresJsDatabase<typeof schema>;
/** What a transaction hands out: every query of a service goes through one. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

type Pool = { sql: postgres.Sql; database: Database };

// Next evaluates a shared module several times in one process; only globalThis is really one.
const shared = globalThis as typeof globalThis & { guildhallPool?: Pool };

function openPool(): Pool {
  const { databaseUrl, databasePool } = env();
  const sql = postgres(databaseUrl, {
    max: databasePool,
    connect_timeout: 4,
    idle_timeout: 60,
    onnotice: () => {},
    connection: {
      application_name: "guildhall",
      statement_timeout: 5_000,
      lock_timeout: 4_000,
      idle_in_transaction_session_timeout: 15_000,
    },
  });
  return { sql, database: drizzle(sql, { schema }) };
}

/** The one pool of this process. Opened at the first query, never at import: `next build` imports every route. */
export function database(): Database {
  shared.guildhallPool ??= openPool();
  return shared.guildhallPool.database;
}

/** Ends the pool, letting running statements finish. For scripts and tests; a server keeps its pool until it exits. */
export async function closeDatabase(): Promise<void> {
  const pool = shared.guildhallPool;
  shared.guildhallPool = undefined;
  await pool?.sql.end({ timeout: 5 });
}
