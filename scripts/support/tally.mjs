// What `npm test` has run and how it went: counted by kind while it runs, told at the end.
import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { kindOf, kinds } from "./kinds.mjs";
import { seconds } from "./progress.mjs";
import { Refusal } from "./run.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What Playwright runs: e2e/isolation/** and the rest of e2e. */
export const browserKinds = ["isolation (HTTP)", "journey"];

/** One entry a row of the last table: { kind, tests, passed, failed, seconds }. */
const tally = [];
const failedChecks = [];
/** How many steps failed that the tally shows no failed test for. */
let failedOutsideTally = 0;

/** Runs one step. Its output is shown when it fails; what fails never keeps later steps from running. */
export async function check(title, work, tallyRows = () => {}) {
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

/** Notes that something failed of which the table has no row. */
export function failOutsideTally(title) {
  failedChecks.push(title);
  failedOutsideTally += 1;
}

export function count(kind, tests, passed, elapsedMs) {
  tally.push({ kind, tests, passed, failed: tests - passed, seconds: (elapsedMs / 1000).toFixed(1) });
}

/** Counts a Vitest report by kind. A skipped test and a file that could not be loaded count as failed. */
export function countVitest(path, names, label) {
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

function specs(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
}

export function countPlaywright(report) {
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

function printTable() {
  const columns = ["kind", "tests", "passed", "failed", "seconds"];
  const order = (row) => [...Object.keys(kinds), "journey"].indexOf(row.kind.split(" ")[0]);
  const sorted = tally.toSorted((a, b) => order(a) - order(b) || a.kind.localeCompare(b.kind));
  const rows = [columns, ...sorted.map((row) => columns.map((column) => String(row[column])))];
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => row[index].length)));
  const pad = (cell, index) => (index === 0 ? cell.padEnd(widths[index]) : cell.padStart(widths[index]));
  console.log(`\n${rows.map((row) => row.map(pad).join("  ")).join("\n")}\n`);
}

/** Prints the table and what failed. Returns whether everything passed. */
export function tell() {
  if (tally.length > 0) printTable();
  const empty = tally.filter((row) => row.tests === 0).map((row) => row.kind);
  if (failedChecks.length > 0) console.log(`Failed: ${failedChecks.join(" · ")}`);
  if (empty.length > 0) console.log(`Without a test, which counts as failed: ${empty.join(" · ")}`);
  const sum = (key) => tally.reduce((total, row) => total + row[key], 0);
  const failed = sum("failed") + empty.length + failedOutsideTally;
  console.log(`${sum("passed")} passed, ${failed} failed`);
  return failed === 0;
}
