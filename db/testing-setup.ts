import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { migrateDatabase } from "./migrate";

type Prepared = { url: string; remove(): Promise<void> };

/** A database server for as long as the test run lives, in a process of its own: it takes seconds to start. */
async function embedded(): Promise<Prepared> {
  const dataDir = mkdtempSync(join(tmpdir(), "guildhall-test-"));
  const server: ChildProcess = spawn(
    process.execPath,
    ["--import", "tsx", "scripts/support/serve-embedded.ts", dataDir],
    {
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    server.stdout?.once("data", (line) => resolve(String(line).trim()));
    server.once("exit", (code) => reject(new Error(`The embedded database did not start (code ${code}).`)));
  });
  return {
    url,
    async remove() {
      server.stdin?.end();
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function onServer(serverUrl: string): Promise<Prepared> {
  const name = `guildhall_test_${process.pid}_${Date.now().toString(36)}`;
  const administer = async (statement: string) => {
    const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
    await sql.unsafe(statement).finally(() => sql.end());
  };
  await administer(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => administer(`drop database ${name} with (force)`) };
}

async function prepare(): Promise<Prepared> {
  const backend = process.env.TEST_BACKEND ?? "embedded";
  const serverUrl = process.env.TEST_DATABASE_URL;
  if (backend === "postgres" && !serverUrl) throw new Error("TEST_BACKEND=postgres needs TEST_DATABASE_URL.");
  const prepared = backend === "postgres" && serverUrl ? await onServer(serverUrl) : await embedded();
  await migrateDatabase(prepared.url);
  // The workers start after this and inherit it.
  Object.assign(process.env, {
    DATABASE_URL: prepared.url,
    EMBEDDED: backend === "postgres" ? "0" : "1",
    DATABASE_POOL: backend === "postgres" ? "4" : "1",
    ROOT_DOMAIN: "localhost",
    SECRET: "the tests sign their sessions with this and nothing else",
  });
  return prepared;
}

// Several kinds may run in one go, each with a copy of this module; they share one migrated database.
const shared = globalThis as typeof globalThis & { guildhallTests?: { prepared: Promise<Prepared>; users: number } };

export async function setup(): Promise<void> {
  shared.guildhallTests ??= { prepared: prepare(), users: 0 };
  shared.guildhallTests.users += 1;
  await shared.guildhallTests.prepared;
}

export async function teardown(): Promise<void> {
  const tests = shared.guildhallTests;
  if (!tests) return;
  tests.users -= 1;
  if (tests.users === 0) await (await tests.prepared).remove();
}
