// `npm start`: from a fresh clone to a served hall. Plain JavaScript, because it runs before anything is installed.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildPages } from "./support/build.mjs";
import { checkNode, installPackages } from "./support/install.mjs";
import { step } from "./support/progress.mjs";
import { endRunning, mustRun, Refusal } from "./support/run.mjs";
import { checkPort, startWeb } from "./support/web.mjs";

// Not import.meta.dirname: an old Node should get as far as its sentence.
const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);

let web;
let opening;
let stopping;

async function importTs(path) {
  const { tsImport } = await import("tsx/esm/api");
  return tsImport(`../${path}`, import.meta.url);
}

/** Ends the web server, then the database. What was acknowledged is on disk in any case. */
async function end(code) {
  endRunning();
  await web?.stop();
  // It may still be opening; its lock is let go only by closing it.
  const database = await opening?.catch(() => null);
  await database?.close();
  process.exit(code);
}

let askedMs = Number.NEGATIVE_INFINITY;

function stop() {
  // npm passes on what the terminal has already sent to everyone.
  if (performance.now() - askedMs < 500) return;
  askedMs = performance.now();
  if (stopping) return web?.kill();
  console.log(web ? "\nStopping. Open requests may finish; once more cuts them off." : "\nStopping.");
  stopping = end(0);
}

/** npm hands a SIGTERM to the shell between it and this process, and that shell goes without a word: its going is the signal. */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const watching = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watching);
    if (!stopping) stop();
  }, 250);
  watching.unref();
}

/** The secret of this data directory, made at the first start: without it everybody would be signed out by a restart. */
function keptSecret(dataDir) {
  const path = join(dataDir, "secret");
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(path, randomBytes(33).toString("base64url"), { mode: 0o600, flag: "wx" });
  }
  return readFileSync(path, "utf8").trim();
}

async function startDatabase(env) {
  const { findHolder, LockedError } = await importTs("db/lock.ts");
  const holder = findHolder(env.dataDir);
  if (holder) throw new LockedError(holder.pid, env.dataDir);
  await checkPort(env.port);
  const { startEmbedded } = await importTs("db/embedded.ts");
  return step("Opening the embedded database", () =>
    startEmbedded({
      dataDir: env.dataDir,
      onBroken: (error) => {
        console.error("The embedded database has failed:", error);
        stopping ??= end(1);
      },
    }),
  );
}

async function prepareDatabase(url, settings) {
  const { migrateDatabase } = await importTs("db/migrate.ts");
  await step("Bringing the database's tables up to date", async () => {
    await migrateDatabase(url);
  });
  await step("Completing the search index", async () => {
    const output = await mustRun(
      "The search index could not be completed:",
      process.execPath,
      ["--import", "tsx", "scripts/index.ts"],
      { env: { ...process.env, ...settings } },
    );
    return output.trim().split("\n").at(-1);
  });
  // Elsewhere than on localhost an empty database waits for its owner's first organisation.
  if (settings.ROOT_DOMAIN !== "localhost" || !existsSync("scripts/seed.ts")) return;
  await step("Filling the database if it is empty", async () => {
    const output = await mustRun(
      "The demo organisations could not be made:",
      process.execPath,
      ["--import", "tsx", "scripts/seed.ts"],
      {
        env: { ...process.env, ...settings },
      },
    );
    return output.trim().split("\n").at(-1);
  });
}

/** What the web server and the scripts are told; everything parsed is written out, so that they cannot read it differently. */
function settingsFor(env, url) {
  return {
    DATABASE_URL: url,
    EMBEDDED: env.embedded ? "1" : "0",
    DATABASE_POOL: String(env.databasePool),
    PORT: String(env.port),
    ROOT_DOMAIN: env.rootDomain,
    DATA_DIR: env.dataDir,
    DEMO: env.demo ? "1" : "0",
    SECRET:
      process.env.SECRET || (env.embedded || env.rootDomain === "localhost" ? keptSecret(env.dataDir) : env.secret),
    PUBLIC_PROTOCOL: env.publicProtocol,
  };
}

async function welcome(env) {
  const standard = { http: 80, https: 443 }[env.publicProtocol] === env.port || env.rootDomain !== "localhost";
  const address = (label) => `${env.publicProtocol}://${label}${env.rootDomain}${standard ? "" : `:${env.port}`}`;
  const lines = ["", "Guildhall is open."];
  const seed = env.demo ? await importTs("db/seed/organisations.ts").catch(() => null) : null;
  for (const { slug, name, people } of seed?.organisations ?? []) {
    const admin = people.find((person) => person.role === "admin");
    lines.push(
      `  ${address(`${slug}.`)}   ${name}: sign in as ${admin?.name ?? "anyone"} (admin) or anyone on the sign-in page`,
    );
  }
  if (!seed)
    lines.push(
      `  ${address("")}   the way to a hall; found one with “npm run tenant”, then open it at ${address("NAME.")}`,
    );
  console.log([...lines, "Ctrl-C stops it.", ""].join("\n"));
}

async function main() {
  checkNode();
  // Before minutes of installing; a port that is no number gets its sentence when the environment is read.
  if (!existsSync("node_modules")) await checkPort(Number(process.env.PORT || 3000) || 3000);
  await installPackages(root);
  const { parseEnv } = await importTs("lib/env.ts");
  const env = parseEnv(process.env);
  if (process.env.DATABASE_URL) await checkPort(env.port);
  else opening = startDatabase(env);
  const url = (await opening)?.url ?? env.databaseUrl;
  const settings = settingsFor(env, url);
  await prepareDatabase(url, settings);
  await buildPages(root);
  web = await step("Starting the web server", async () =>
    startWeb(root, { port: env.port, loopback: env.rootDomain === "localhost", env: settings }),
  );
  web.ended.then(async (code) => {
    if (stopping) return;
    console.error(`The web server ended by itself with code ${code}.`);
    stopping = end(code || 1);
  });
  await welcome(env);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
stopWithNpm();

main().catch(async (error) => {
  if (stopping) return;
  const sentence = error instanceof Refusal || ["EnvError", "LockedError"].includes(error?.name);
  console.error(sentence ? error.message : error);
  stopping = end(1);
});
