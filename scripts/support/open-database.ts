import { closeDatabase } from "@/db/client";
import { joinEmbedded } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";
import { env } from "@/lib/env";

/**
 * Runs a script's work with the database it is meant for: DATABASE_URL, or else the embedded one of DATA_DIR, which a
 * running server may have open at the same time. The tables are brought up to date first.
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const embedded = env().embedded && !process.env.DATABASE_URL ? await joinEmbedded({ dataDir: env().dataDir }) : null;
  if (embedded) Object.assign(env(), { databaseUrl: embedded.url });
  try {
    await migrateDatabase(env().databaseUrl);
    return await work();
  } finally {
    await closeDatabase();
    await embedded?.close();
  }
}
