import postgres from "postgres";
import { startPostgres } from "../support/postgres.mjs";

export type Cluster = {
  /** Of a database that holds nothing yet. */
  url: string;
  /** What it runs on, in a few words. */
  description: string;
  remove(): Promise<void>;
};

/** A fresh database on TEST_DATABASE_URL's server, or on a PostgreSQL of its own that is gone afterwards. */
export async function openCluster(): Promise<Cluster> {
  const given = process.env.TEST_DATABASE_URL;
  const own = given ? null : await startPostgres();
  const serverUrl = given ?? own?.url ?? "";
  const name = `guildhall_bench_${process.pid}`;
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  await sql.unsafe(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    description: await describeServer(sql),
    async remove() {
      await sql.unsafe(`drop database ${name} with (force)`);
      await sql.end();
      await own?.stop();
    },
  };
}

/** A database that is there, and stays. */
export async function joinCluster(url: string): Promise<Cluster> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const description = await describeServer(sql).finally(() => sql.end());
  return { url, description, remove: async () => {} };
}

async function describeServer(sql: postgres.Sql): Promise<string> {
  const [settings] = await sql`select current_setting('server_version') as version, current_setting('fsync') as fsync`;
  return `PostgreSQL ${String(settings?.version).split(" ")[0]} with fsync ${settings?.fsync}`;
}
