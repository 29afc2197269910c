// `npm test`: all there is, from a fresh clone. `--only pure,lint` runs a part, for whoever works on that part.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkNode, installPackages } from "./support/install.mjs";
import { databaseKinds, kinds } from "./support/kinds.mjs";
import { endRunning, Refusal, run } from "./support/run.mjs";
import { browserKinds, check, count, countPlaywright, countVitest, failOutsideTally, tell } from "./support/tally.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);

const checkNames = ["lint", "layers", "types", "build"];
const onlyAt = process.argv.indexOf("--only");
const only = onlyAt < 0 ? null : (process.argv[onlyAt + 1] ?? "").split(",");
const wanted = (...names) => only === null || names.some((name) => only.includes(name));

const reports = mkdtempSync(join(tmpdir(), "guildhall-reports-"));
let postgres;

const bin = (name) => join(root, "node_modules", ".bin", name);

async function must(program, args, env = {}) {
  const { code, output } = await run(program, args, { env: { ...process.env, NO_COLOR: "1", ...env } });
  if (code !== 0) throw new Refusal(output.trimEnd());
  return output;
}

async function vitest(title, names, { label = "", env = {} } = {}) {
  const asked = names.filter((name) => wanted(name));
  if (asked.length === 0) return;
  const report = join(reports, `${names[0]}-${label || "plain"}.json`);
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const projects = asked.flatMap((name) => ["--project", name]);
  await check(
    title,
    () => must(bin("vitest"), [...args, ...projects], env),
    () => countVitest(report, asked, label),
  );
}

async function journeys() {
  const report = join(reports, "playwright.json");
  const travel = async () => {
    const [{ url }, { ensureBrowser }] = [await postgres, await import("./support/browser.mjs")];
    await must(bin("playwright"), ["test", "--reporter=list,json"], {
      E2E_DATABASE_URL: await freshDatabase(url, `guildhall_e2e_${process.pid}`),
      CHROMIUM_PATH: await ensureBrowser(),
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    });
  };
  await check("Journeys and isolation over HTTP, in Chromium", travel, () => countPlaywright(report));
}

async function freshDatabase(serverUrl, name) {
  const { default: connect } = await import("postgres");
  const sql = connect(serverUrl, { max: 1, onnotice: () => {} });
  await sql.unsafe(`drop database if exists ${name} with (force)`);
  await sql.unsafe(`create database ${name}`);
  await sql.end();
  return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
}

async function types() {
  // Writes the types of the routes, which a fresh clone lacks.
  await must(process.execPath, ["node_modules/next/dist/bin/next", "typegen"]);
  await must(bin("tsc"), ["--noEmit"]);
}

const cruised = ["app", "components", "lib", "db", "middleware.ts", "scripts", "e2e"];

async function openPostgres() {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, stop: async () => {} };
  const { startPostgres } = await import("./support/postgres.mjs");
  return startPostgres();
}

async function main() {
  checkNode();
  await installPackages(root);
  const needsPostgres = wanted(...databaseKinds, "journey");
  // Installing and building what the machine lacks takes a while and little of it is computing: it goes on beside the checks.
  postgres = needsPostgres ? openPostgres() : Promise.resolve(null);
  postgres.catch(() => {});

  await Promise.all([
    (async () => {
      if (wanted("lint")) await check("Format and lint", () => must(bin("biome"), ["ci", "--colors=off", "."]));
      const present = cruised.filter((path) => existsSync(path));
      const cruise = ["--config", ".dependency-cruiser.cjs", ...present];
      if (wanted("layers")) await check("Layers", () => must(bin("depcruise"), cruise));
    })(),
    wanted("types") && check("Types", types),
  ]);
  await vitest("Pure tests", ["pure"]);
  await vitest("Starting, stopping and failing", ["process"]);
  if (needsPostgres) await check("A PostgreSQL with pgvector", () => postgres);
  const server = await postgres.catch(() => null);
  await Promise.all([
    vitest("On the embedded database", databaseKinds, { label: "embedded", env: { TEST_BACKEND: "embedded" } }),
    server
      ? vitest("On PostgreSQL", databaseKinds, {
          label: "PostgreSQL",
          env: { TEST_BACKEND: "postgres", TEST_DATABASE_URL: server.url },
        })
      : countVitest(
          "",
          databaseKinds.filter((name) => wanted(name)),
          "PostgreSQL",
        ),
  ]);
  let built = true;
  if (wanted("build", "journey")) {
    const { buildPages } = await import("./support/build.mjs");
    built = await check("The production build", () => buildPages(root));
  }
  if (wanted("journey")) {
    // Without pages or a database there is nothing to travel through; none ran, and none passed.
    if (built && server) await journeys();
    else for (const kind of browserKinds) count(kind, 0, 0, 0);
  }
}

async function end(code) {
  endRunning();
  await (await postgres?.catch(() => null))?.stop();
  rmSync(reports, { recursive: true, force: true });
  process.exit(code);
}

if (only?.some((name) => ![...checkNames, ...Object.keys(kinds), "journey"].includes(name))) {
  console.error(
    `--only takes any of ${[...checkNames, ...Object.keys(kinds), "journey"].join(", ")}, with commas between.`,
  );
  process.exit(1);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => end(130));

try {
  await main();
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  failOutsideTally("npm test itself");
}
await end(tell() ? 0 : 1);
