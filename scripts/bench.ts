// `npm run bench`: how large and how fast the pages are, on the production build, beside a floor. Run it on a quiet machine.
import postgres from "postgres";
import { closeDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { joinCluster, openCluster } from "./bench/cluster";
import { visitFirst } from "./bench/first-visit";
import { startFloor } from "./bench/floor";
import { keepReport, writeIntoReadme } from "./bench/keep";
import { startGenerator } from "./bench/load";
import { circumstancesOf } from "./bench/machine";
import { countStatements, type Measured, raceFloor, targetOf, weigh } from "./bench/measure";
import { type Options, parseOptions } from "./bench/options";
import { ADMIN, contentOf, foundOrganisations, SLUG } from "./bench/organisations";
import { type BenchPage, benchPages, type PageName } from "./bench/pages";
import { compareProtection, type Protection } from "./bench/protection";
import { reportText } from "./bench/table";
import { SECRET, signIn, startWeb } from "./bench/web";
import { countOnTheWire, type Statements } from "./bench/wire-count";
import { buildPages } from "./support/build.mjs";
import { step } from "./support/progress.mjs";
import { Refusal } from "./support/run.mjs";

const WEB_PORT = Number(process.env.BENCH_PORT ?? 3400);
const FLOOR_PORT = WEB_PORT + 1;
const HOST = `${SLUG}.localhost:${WEB_PORT}`;
const COMPARED: PageName[] = ["browse", "skill"];

const settingsFor = (url: string) => ({
  DATABASE_URL: url,
  EMBEDDED: "0",
  ROOT_DOMAIN: "localhost",
  DEMO: "1",
  SECRET,
});

async function bench(options: Options): Promise<void> {
  const { database } = options;
  const cluster = await step("Opening a database", () => (database ? joinCluster(database) : openCluster()));
  // Everything opened is closed again, the last first, also when something in between fails.
  const closing: (() => unknown)[] = [() => cluster.remove()];
  try {
    Object.assign(process.env, settingsFor(cluster.url));
    await migrateDatabase(cluster.url);
    if (!database) await foundOrganisations(cluster.url).finally(closeDatabase);
    await buildPages(process.cwd());
    const sql = postgres(cluster.url, { max: 1, onnotice: () => {} });
    closing.push(() => sql.end());
    const pages = (await benchPages(sql, SLUG)).filter(({ name }) => options.pages.includes(name));

    const statements = await countAll(cluster.url, pages);
    const floor = await startFloor(FLOOR_PORT);
    closing.push(() => floor.stop());
    const profile = process.env.BENCH_PROFILE ? ["--cpu-prof", `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [];
    const web = await startWeb(".", WEB_PORT, settingsFor(cluster.url), profile);
    closing.push(() => web.stop());
    const generator = startGenerator();
    closing.push(() => generator.stop());
    const cookie = await signIn(WEB_PORT, HOST, ADMIN.email);
    const visits = await step("Visiting with Chromium", () => visitFirst(`http://${HOST}`, cookie, pages));

    const measured: Measured[] = [];
    const protection = new Map<PageName, Protection>();
    for (const page of pages) {
      const target = targetOf(web, HOST, cookie, page);
      await step(`Measuring ${page.title}`, async () => {
        const weight = await weigh(target);
        const speeds = await raceFloor(generator, floor, target, weight.htmlBytes, options);
        const [visit, counted] = [visits.get(page.name), statements.get(page.name)];
        if (!visit || !counted) throw new Error(`${page.name} was not visited or counted.`);
        measured.push({ page, ...weight, visit, statements: counted, ...speeds });
      });
      if (!COMPARED.includes(page.name)) continue;
      await step(`Measuring ${page.title} with and without row-level security`, async () => {
        protection.set(page.name, await compareProtection(sql, generator, target, options));
      });
    }
    const circumstances = circumstancesOf(cluster.description, contentOf(), options.isQuick);
    const text = reportText({ measured, protection, circumstances });
    console.log(`\n${text}`);
    if (!options.isPartial) keepReport(text);
    if (options.writesReadme) writeIntoReadme(text);
    if (options.stays) await stay(cluster.url, cookie);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

/** Counts on a server of its own, whose way to the database is slower for being watched. */
async function countAll(url: string, pages: BenchPage[]): Promise<Map<PageName, Statements>> {
  const counter = await countOnTheWire(url);
  const web = await startWeb(".", WEB_PORT, settingsFor(counter.url));
  const counts = new Map<PageName, Statements>();
  try {
    const cookie = await signIn(WEB_PORT, HOST, ADMIN.email);
    await step("Counting statements", async () => {
      for (const page of pages)
        counts.set(page.name, await countStatements(counter, targetOf(web, HOST, cookie, page)));
    });
  } finally {
    await web.stop();
    await counter.close();
  }
  return counts;
}

async function stay(url: string, cookie: string): Promise<void> {
  console.log(`Staying up: http://${HOST}, database ${url}, cookie ${cookie}. Ctrl-C ends it.`);
  await new Promise((done) => process.once("SIGINT", done));
}

bench(parseOptions(process.argv.slice(2))).catch((error: unknown) => {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
});
