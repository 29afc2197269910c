// `npm run bench:search`: how well and how fast search finds, on a database of its own that is gone afterwards.
import postgres from "postgres";
import { closeDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { env } from "@/lib/env";
import { openCluster } from "./bench/cluster";
import { writeIntoReadme } from "./bench/keep";
import { measureQuality } from "./bench/search/ablation";
import { generatedCorpus, readCorpus } from "./bench/search/corpus";
import type { Figures } from "./bench/search/goals";
import { fillHall, foundHall } from "./bench/search/hall";
import { measureLatency } from "./bench/search/latency";
import { tryNames } from "./bench/search/names";
import { parseSearchOptions, type SearchOptions } from "./bench/search/options";
import { enliven, measurePages } from "./bench/search/pages";
import { measurePublishing } from "./bench/search/publishing";
import { circumstancesOf, searchReport } from "./bench/search/report";
import { asSkills, multiplied } from "./bench/search/skills";
import { step } from "./support/progress.mjs";
import { Refusal } from "./support/run.mjs";

const SLUG = "bench";

async function measureAll(sql: postgres.Sql, url: string, options: SearchOptions): Promise<Figures> {
  const real = readCorpus();
  const corpus = real ?? (await generatedCorpus());
  const skills = asSkills(corpus.documents);
  await step("Filling the other halls", async () => {
    for (let index = 0; index < options.neighbours; index += 1) {
      await fillHall(await foundHall(`neighbour-${index}`), skills.slice(index * 100, index * 100 + 100));
    }
  });
  const ctx = await foundHall(SLUG);
  const ids = await step(`Filling the hall with ${skills.length} skills`, () => fillHall(ctx, skills));
  await step("Having 200 people rate and use them", () => enliven(sql, ctx.tenantId));
  const hall = { ctx, ids };
  const quality = real && (await step("Asking what was judged", () => measureQuality(hall, real, skills)));
  const names = await step("Typing names", () => tryNames(hall, skills, options.everyName));
  const latencyOf = (count: number) => measureLatency(sql, url, ctx, corpus, count);
  const latency = [await step(`Searching ${skills.length} skills`, () => latencyOf(skills.length))];
  const pages = options.skipsPages ? null : await step("Loading pages", () => measurePages(url, SLUG, corpus));
  const publishing = await step("Publishing into a hall as large", async () => {
    const other = await foundHall("publishing");
    await fillHall(other, skills);
    return measurePublishing(other, skills);
  });
  for (const [index, size] of options.sizes.entries()) {
    const there = options.sizes[index - 1] ?? skills.length;
    await step(`Filling up to ${size} skills`, () => fillHall(ctx, multiplied(skills, there, size), { there }));
    latency.push(await step(`Searching ${size} skills`, () => latencyOf(size)));
  }
  return { quality, names, latency, publishing, pages };
}

async function bench(options: SearchOptions): Promise<void> {
  const cluster = await step("Opening a database", openCluster);
  Object.assign(process.env, { DATABASE_URL: cluster.url, EMBEDDED: "0" });
  Object.assign(env(), { databaseUrl: cluster.url });
  const sql = postgres(cluster.url, { max: 1, onnotice: () => {} });
  try {
    await migrateDatabase(cluster.url);
    const figures = await measureAll(sql, cluster.url, options);
    const content = figures.quality ? "2,671 real skills and 75 judged phrases" : "generated skills";
    const circumstances = circumstancesOf(cluster.description, content, options.neighbours, options.isQuick);
    const text = searchReport(figures, circumstances);
    console.log(`\n${text}`);
    if (options.writesReadme) writeIntoReadme(text, "bench:search");
  } finally {
    await sql.end();
    await closeDatabase();
    await cluster.remove();
  }
}

bench(parseSearchOptions(process.argv.slice(2))).catch((error: unknown) => {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
});
