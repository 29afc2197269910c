import { randomBytes } from "node:crypto";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import postgres from "postgres";
import { env } from "@/lib/env";
import { openGate } from "../gate";
import { migrateDatabase } from "../migrate";

export const onPostgres = process.env.TEST_BACKEND === "postgres";

type Private = { url: string; remove(): Promise<void> };

async function onServer(): Promise<Private> {
  const name = `guildhall_private_${randomBytes(6).toString("hex")}`;
  // Kept, since a test may point the environment at the private database.
  const server = env().databaseUrl;
  const operate = async (statement: string) => {
    const sql = postgres(server, { max: 1, onnotice: () => {} });
    await sql.unsafe(statement).finally(() => sql.end());
  };
  await operate(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => operate(`drop database ${name} with (force)`) };
}

async function inMemory(): Promise<Private> {
  const pglite = await PGlite.create({ extensions: { vector } });
  const password = randomBytes(18).toString("base64url");
  const gate = await openGate(pglite, { password });
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${gate.port}/postgres`,
    async remove() {
      await gate.close();
      await pglite.close();
    },
  };
}

/** A database of the same kind as the tests', for a test that breaks it. It takes seconds when embedded: few tests want one. */
export async function privateDatabase({ migrated }: { migrated: boolean }): Promise<Private> {
  const database = onPostgres ? await onServer() : await inMemory();
  if (migrated) await migrateDatabase(database.url);
  return database;
}
