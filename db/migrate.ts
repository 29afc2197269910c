import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

// Any constant will do, so long as no other lock of the cluster's uses it.
const MIGRATION_LOCK = 7_264_911;

/**
 * Brings a database to head. Two migrators at once take turns by an advisory lock.
 * @param url of a login that owns the tables and may create extensions and roles
 */
export async function migrateDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    // A migration that cannot have its lock gives up, rather than queue every request of a busy server behind itself.
    await sql`select set_config('lock_timeout', '4s', false)`;
    await migrate(drizzle(sql), { migrationsFolder: path.join(process.cwd(), "drizzle") });
    await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
