import { randomBytes } from "node:crypto";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { durable, durableStart } from "./durable";
import { openGate } from "./gate";
import { findHolder, takeLock } from "./lock";

export type Embedded = { url: string; close(): Promise<void> };

const open = (directory: string) =>
  PGlite.create({
    dataDir: directory,
    extensions: { vector, durable },
    relaxedDurability: false,
    startParams: durableStart(PGlite.defaultStartParams),
  });

// A machine that stops while the first database is being written would leave half of one under the final name.
async function createIfMissing(directory: string): Promise<void> {
  if (existsSync(directory)) return;
  const draft = `${directory}.new`;
  rmSync(draft, { recursive: true, force: true });
  await (await open(draft)).close();
  renameSync(draft, directory);
}

/**
 * Starts the database Guildhall brings along, stored in `dataDir`/database, for PostgreSQL clients of this machine. It
 * takes the directory for this process: throws a LockedError when another one has it. `close` leaves the files consistent
 * and gives the directory free. `onBroken` is called when the database fails while running.
 */
export async function startEmbedded(options: {
  dataDir: string;
  port?: number;
  onBroken?: (error: unknown) => void;
}): Promise<Embedded> {
  const lock = takeLock(options.dataDir);
  try {
    const directory = join(options.dataDir, "database");
    await createIfMissing(directory);
    const pglite = await open(directory);
    // Other people of this machine can reach the port; only who can read the lock file knows the password.
    const password = randomBytes(18).toString("base64url");
    const gate = await openGate(pglite, { password, port: options.port, onBroken: options.onBroken });
    const url = `postgres://postgres:${password}@127.0.0.1:${gate.port}/postgres`;
    lock.announce(url);
    let closing: Promise<void> | undefined;
    const close = async () => {
      await gate.close();
      await pglite.close();
      lock.release();
    };
    return { url, close: () => (closing ??= close()) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * The embedded database of `dataDir` for a script: the one a running server has open, or one started for as long as the
 * script runs. Closing leaves a running server's database alone.
 */
export async function joinEmbedded(options: { dataDir: string }): Promise<Embedded> {
  const running = findHolder(options.dataDir);
  return running?.url ? { url: running.url, close: async () => {} } : startEmbedded(options);
}
