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

function openPool(databaseUrl: string): Pool {
  const sql = postgres(databaseUrl, {
    max: env().databasePool,
    connect_timeout: 4,
    idle_timeout: 60,
    // Left alone, the wait between two tries grows to twenty seconds, which pages would sit out long after the database is back.
    backoff: (tries) => Math.min(0.05 * 2 ** tries, 0.5),
    onnotice: () => {},
    connection: {
      application_name: "guildhall",
      statement_timeout: 5_000,
      // Starting workers takes longer than what they would share, and other requests wait for the same processors.
      // In quotes, since the driver leaves out what is falsy.
      max_parallel_workers_per_gather: "0",
      lock_timeout: 4_000,
      idle_in_transaction_session_timeout: 15_000,
    },
  });
  return { sql, database: drizzle(preparing(sql), { schema }) };
}

// A statement is kept prepared by its text; one with more values than this is a bulk insert, whose text hardly comes twice.
const MOST_VALUES = 100;

/**
 * Has statements prepared once a connection. Drizzle asks for unnamed ones, for each of which the server is asked for its
 * parameters first, a round trip, and then plans anew.
 */
function preparing<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
  const { unsafe } = client;
  client.unsafe = (text, values = [], options = {}) =>
    unsafe(text, values, { ...options, prepare: values.length <= MOST_VALUES });
  if ("begin" in client) {
    const begin = client.begin as <T>(work: (inside: postgres.TransactionSql) => Promise<T>) => Promise<unknown>;
    Object.assign(client, {
      begin: <T>(work: (inside: postgres.TransactionSql) => Promise<T>) => begin((inside) => work(preparing(inside))),
    });
  }
  return client;
}

/** The one pool of this process. Opened at the first query, never at import: `next build` imports every route. */
export function database(): Database {
  shared.guildhallPool ??= openPool(env().databaseUrl);
  return shared.guildhallPool.database;
}

/** Opens the pool at an address that the environment does not name, as the embedded database's, which has one once it runs. */
export function openDatabase(databaseUrl: string): void {
  if (shared.guildhallPool) throw new Error("The database is open already.");
  shared.guildhallPool = openPool(databaseUrl);
}

/** Ends the pool, letting running statements finish. For scripts and tests; a server keeps its pool until it exits. */
export async function closeDatabase(): Promise<void> {
  const pool = shared.guildhallPool;
  shared.guildhallPool = undefined;
  await pool?.sql.end({ timeout: 5 });
}
