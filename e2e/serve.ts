// Serves the production build for the journeys: on E2E_DATABASE_URL, or else on a throwaway embedded database.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";
import { servedFile } from "./served";

const SECRET = "a secret that only the journeys of this test run know";

async function main(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "guildhall-e2e-"));
  const embedded = process.env.E2E_DATABASE_URL ? null : await startEmbedded({ dataDir });
  const url = process.env.E2E_DATABASE_URL ?? embedded?.url ?? "";
  const settings = {
    ...process.env,
    DATABASE_URL: url,
    EMBEDDED: embedded ? "1" : "0",
    DEMO: "1",
    ROOT_DOMAIN: "localhost",
    SECRET,
    NODE_ENV: "production" as const,
  };
  await migrateDatabase(url);
  await run(["--import", "tsx", "scripts/seed.ts"], settings);
  await run(["--import", "tsx", "e2e/populate.ts"], settings);
  // For the journey that starts a server of its own on this database, in order to take the database away from it.
  writeFileSync(servedFile, JSON.stringify({ DATABASE_URL: url, EMBEDDED: settings.EMBEDDED, SECRET }), {
    mode: 0o600,
  });
  const web = spawn(process.execPath, ["scripts/support/server.mjs", "--port", process.env.E2E_PORT ?? "3199"], {
    env: settings,
    stdio: "inherit",
  });
  process.once("SIGTERM", () => web.kill("SIGTERM"));
  web.once("exit", async (code) => {
    await embedded?.close();
    rmSync(servedFile, { force: true });
    rmSync(dataDir, { recursive: true, force: true });
    process.exit(code ?? 0);
  });
}

function run(words: string[], environment: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { env: environment, stdio: "inherit" });
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${words.join(" ")} ended with ${code}.`)),
    );
  });
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
