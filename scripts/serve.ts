// What the container runs: brings the database to head, then becomes the web server in this very process.
import { migrateDatabase } from "../db/migrate";
import { EnvError, env } from "../lib/env";

async function serve(): Promise<void> {
  const { databaseUrl, embedded, port } = env();
  if (embedded) throw new EnvError(["DATABASE_URL is not set; the container keeps no database of its own."]);
  await migrateDatabase(databaseUrl);
  process.argv = [process.execPath, "next", "start", "-p", String(port), "-H", "0.0.0.0"];
  await import("next/dist/bin/next");
}

serve().catch((error) => {
  console.error(error instanceof EnvError ? error.message : error);
  process.exit(1);
});
