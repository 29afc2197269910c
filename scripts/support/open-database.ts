import { closeDatabase, openDatabase } from "@/db/client";
import { joinEmbedded } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";
import { env } from "@/lib/env";

/**
 * Runs a script's work with the database it is meant for: DATABASE_URL, or else the embedded one of DATA_DIR, which a
 * running server may have open at the same time. The tables are brought up to date first.
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const { dataDir, databaseUrl, embedded } = env();
  const joined = embedded && !process.env.DATABASE_URL ? await joinEmbedded({ dataDir }) : null;
  const url = joined?.url ?? databaseUrl;
  try {
    await migrateDatabase(url);
    openDatabase(url);
    return await work();
  } finally {
    await closeDatabase();
    await joined?.close();
  }
}
