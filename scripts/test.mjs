// `npm test`: all there is, from a fresh clone. `--only pure,lint` runs a part, for whoever works on that part.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { checkNode, installPackages } from "./support/install.mjs";
import { databaseKinds, kindOf, kinds } from "./support/kinds.mjs";
import { seconds } from "./support/progress.mjs";
import { endRunning, Refusal, run } from "./support/run.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);

const checkNames = ["lint", "layers", "types", "build"];
/** What Playwright runs: e2e/isolation/** and the rest of e2e. */
const browserKinds = ["isolation (HTTP)", "journey"];
const onlyAt = process.argv.indexOf("--only");
const only = onlyAt < 0 ? null : (process.argv[onlyAt + 1] ?? "").split(",");
const wanted = (...names) => only === null || names.some((name) => only.includes(name));

const reports = mkdtempSync(join(tmpdir(), "guildhall-reports-"));
/** One entry a row of the last table: { kind, tests, passed, failed, seconds }. */
const tally = [];
const failedChecks = [];
/** How many steps failed that the tally shows no failed test for. */
let failedOutsideTally = 0;
let postgres;

/** Runs one step. Its output is shown when it fails; what fails never keeps later steps from running. */
async function check(title, work, tallyRows = () => {}) {
  const since = performance.now();
  console.log(`· ${title} …`);
  try {
    await work();
    tallyRows();
    console.log(`✓ ${title} · ${seconds(since)}`);
    return true;
  } catch (error) {
    console.log(`✗ ${title} · ${seconds(since)}`);
    console.log(error instanceof Refusal ? error.message : error);
    failedChecks.push(title);
    const before = tally.length;
    tallyRows();
    // A run can fail although no test did, by an error between the tests for one.
    if (!tally.slice(before).some((row) => row.failed > 0 || row.tests === 0)) failedOutsideTally += 1;
    return false;
  }
}

const bin = (name) => join(root, "node_modules", ".bin", name);

async function must(program, args, env = {}) {
  const { code, output } = await run(program, args, { env: { ...process.env, NO_COLOR: "1", ...env } });
  if (code !== 0) throw new Refusal(output.trimEnd());
  return output;
}

function count(kind, tests, passed, elapsedMs) {
  tally.push({ kind, tests, passed, failed: tests - passed, seconds: (elapsedMs / 1000).toFixed(1) });
}

/** Counts a Vitest report by kind. A skipped test and a file that could not be loaded count as failed. */
function countVitest(path, names, label) {
  const files = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).testResults : [];
  for (const name of names) {
    const own = files.filter((file) => kindOf(relative(root, file.name)) === name);
    const results = own.flatMap((file) =>
      file.assertionResults.length === 0 ? ["failed"] : file.assertionResults.map((result) => result.status),
    );
    const elapsedMs = own.reduce((sum, file) => sum + Math.max(0, file.endTime - file.startTime), 0);
    count(
      label ? `${name} (${label})` : name,
      results.length,
      results.filter((status) => status === "passed").length,
      elapsedMs,
    );
  }
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

function specs(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
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

function countPlaywright(report) {
  const suites = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")).suites : [];
  const all = suites.flatMap(specs);
  const passed = (spec) => spec.ok && spec.tests.every((test) => test.status === "expected");
  for (const kind of browserKinds) {
    const own = all.filter((spec) => /(^|\/)isolation\//.test(spec.file) === (kind !== "journey"));
    const took = own.flatMap((spec) => spec.tests.flatMap((test) => test.results.map((result) => result.duration)));
    const elapsedMs = took.reduce((sum, ms) => sum + ms, 0);
    count(kind, own.length, own.filter(passed).length, elapsedMs);
  }
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

const cruised = ["app", "components", "lib", "db", "middleware.ts", "instrumentation.ts", "scripts", "e2e"];

async function openPostgres() {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, stop: async () => {} };
  const { startPostgres } = await import("./support/postgres.mjs");
  return startPostgres();
}

function printTable() {
  const columns = ["kind", "tests", "passed", "failed", "seconds"];
  const order = (row) => [...Object.keys(kinds), "journey"].indexOf(row.kind.split(" ")[0]);
  const sorted = tally.toSorted((a, b) => order(a) - order(b) || a.kind.localeCompare(b.kind));
  const rows = [columns, ...sorted.map((row) => columns.map((column) => String(row[column])))];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index].length)));
  const pad = (cell, index) => (index === 0 ? cell.padEnd(widths[index]) : cell.padStart(widths[index]));
  console.log(`\n${rows.map((row) => row.map(pad).join("  ")).join("\n")}\n`);
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
  failedChecks.push("npm test itself");
  failedOutsideTally += 1;
}
if (tally.length > 0) printTable();
const empty = tally.filter((row) => row.tests === 0).map((row) => row.kind);
if (failedChecks.length > 0) console.log(`Failed: ${failedChecks.join(" · ")}`);
if (empty.length > 0) console.log(`Without a test, which counts as failed: ${empty.join(" · ")}`);
const sum = (key) => tally.reduce((total, row) => total + row[key], 0);
const failed = sum("failed") + empty.length + failedOutsideTally;
console.log(`${sum("passed")} passed, ${failed} failed`);
await end(failed > 0 ? 1 : 0);
