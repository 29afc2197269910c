import postgres from "postgres";
import { env } from "@/lib/env";

/**
 * Takes a turn that only one process of a deployment can have at a time, without waiting: null when another one has it. It ends
 * with `release`, or with the process, since the database holds it for a connection of its own. The embedded database belongs
 * to one process anyway.
 */
export async function takeTurn(name: string): Promise<{ release: () => Promise<void> } | null> {
  const { databaseUrl, embedded } = env();
  if (embedded) return { release: async () => {} };
  const sql = postgres(databaseUrl, {
    max: 1,
    connect_timeout: 4,
    max_lifetime: null,
    onnotice: () => {},
    connection: { application_name: "guildhall turn" },
  });
  const release = () => sql.end({ timeout: 1 });
  try {
    const [row] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(hashtextextended(${name}, 0)) as taken`;
    if (row?.taken) return { release };
  } catch (error) {
    await release();
    throw error;
  }
  await release();
  return null;
}
