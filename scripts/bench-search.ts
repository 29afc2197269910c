// `npm run bench:search`: how well and how fast search finds, on a database of its own that is gone afterwards.
import { closeDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { env } from "@/lib/env";
import { findSkills, type PreparedSearch, prepareSearch, searchSkills } from "@/lib/services/search";
import { createTenant } from "@/lib/services/tenants";
import { read } from "@/lib/services/unit";
import { openCluster } from "./bench/cluster";
import { plainBm25 } from "./bench/search/baseline";
import { readCorpus, type SearchCorpus } from "./bench/search/corpus";
import { fillHall } from "./bench/search/hall";
import { asRow, measure } from "./bench/search/measures";
import { typosOf } from "./bench/search/typos";

type Hall = Awaited<ReturnType<typeof createTenant>>;

const foundHall = (slug: string) =>
  createTenant({ slug, name: slug, admin: { email: "admin@hall.example", name: "Ada Admin" } });

/** What is left of a search when one ingredient is taken away. */
const WITHOUT: Record<string, (search: PreparedSearch) => PreparedSearch> = {
  names: (search) => ({ ...search, query: { ...search.query, identity: null } }),
  "unfinished words": (search) => ({ ...search, query: { ...search.query, prefix: null } }),
  "typing mistakes": (search) => ({ ...search, query: { ...search.query, keys: [] } }),
  meaning: (search) => ({ ...search, vector: { unavailable: "" } }),
};

async function printQuality(ctx: Hall, corpus: SearchCorpus, ids: Map<string, number>): Promise<void> {
  const rank = (change: (search: PreparedSearch) => PreparedSearch) => async (q: string) => {
    const prepared = change(await prepareSearch(ctx, q));
    const { found } = await read(ctx, (tx) => findSkills(tx, ctx, prepared));
    return found.map(({ id }) => ids.get(id) ?? -1);
  };
  console.log("\n| | hit@1 | hit@10 | MRR@10 | nDCG@10 |\n|---|---|---|---|---|");
  console.log(asRow("plain BM25", await measure(corpus.queries, plainBm25(corpus.documents))));
  console.log(
    asRow(
      "**Guildhall**",
      await measure(
        corpus.queries,
        rank((search) => search),
      ),
    ),
  );
  for (const [name, change] of Object.entries(WITHOUT)) {
    console.log(asRow(`without ${name}`, await measure(corpus.queries, rank(change))));
  }
}

async function printTypos(ctx: Hall, corpus: SearchCorpus, ids: Map<string, number>): Promise<void> {
  const nameOf = new Map(corpus.documents.map(({ id, name }) => [id, name]));
  const kinds = new Map<string, { right: number; all: number }>();
  for (const { id, name } of corpus.documents) {
    if (name.replace(/[^a-z]/gi, "").length < 6) continue;
    for (const { kind, typed } of typosOf(name, String(id))) {
      const { found } = await searchSkills(ctx, { q: typed });
      const isThere = found.slice(0, 3).some((one) => nameOf.get(ids.get(one.id) ?? -1) === name);
      const { right, all } = kinds.get(kind) ?? { right: 0, all: 0 };
      kinds.set(kind, { right: right + (isThere ? 1 : 0), all: all + 1 });
    }
  }
  console.log("\n| One letter | names | in the first three |\n|---|---|---|");
  for (const [kind, { right, all }] of kinds)
    console.log(`| ${kind} | ${all} | ${((100 * right) / all).toFixed(1)} % |`);
}

async function printLatency(ctx: Hall, corpus: SearchCorpus, size: number): Promise<void> {
  for (const { query } of corpus.queries) await searchSkills(ctx, { q: query });
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (const { query } of corpus.queries) {
      const since = performance.now();
      await searchSkills(ctx, { q: query });
      times.push(performance.now() - since);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  const memory = (process.memoryUsage().rss / 1024 ** 2).toFixed(0);
  console.log(`| ${size} | ${at(0.5)} ms | ${at(0.95)} ms | ${memory} MB |`);
}

/** The corpus again and again, under further names, until there are so many. */
function multiplied({ documents }: SearchCorpus, from: number, to: number): SearchCorpus["documents"] {
  return Array.from({ length: to - from }, (_, index) => {
    const number = from + index;
    const document = documents[number % documents.length] as SearchCorpus["documents"][number];
    return { ...document, id: number, name: `${document.name.slice(0, 40)}-${number}` };
  });
}

async function bench(corpus: SearchCorpus): Promise<void> {
  const option = (name: string) => process.argv.find((given) => given.startsWith(`--${name}=`))?.split("=")[1];
  const sizes = (option("sizes") ?? "10000,50000").split(",").filter(Boolean).map(Number);
  for (let index = 0; index < Number(option("neighbours") ?? 20); index += 1) {
    await fillHall(await foundHall(`neighbour-${index}`), corpus.documents.slice(index * 100, index * 100 + 100));
  }
  const ctx = await foundHall("bench");
  const since = performance.now();
  const ids = await fillHall(ctx, corpus.documents);
  const each = (performance.now() - since) / corpus.documents.length;
  console.log(`${corpus.documents.length} skills indexed, ${each.toFixed(1)} ms each.`);
  await printQuality(ctx, corpus, ids);
  await printTypos(ctx, corpus, ids);
  console.log("\n| Skills | p50 | p95 | Memory |\n|---|---|---|---|");
  let size = corpus.documents.length;
  await printLatency(ctx, corpus, size);
  for (const next of sizes) {
    await fillHall(ctx, multiplied(corpus, size, next));
    size = next;
    await printLatency(ctx, corpus, size);
  }
}

async function main(): Promise<void> {
  const corpus = readCorpus();
  if (!corpus) return console.log("There is no development set beside the project: nothing to measure.");
  const cluster = await openCluster();
  Object.assign(env(), { databaseUrl: cluster.url });
  try {
    console.log(cluster.description);
    await migrateDatabase(cluster.url);
    await bench(corpus);
  } finally {
    await closeDatabase();
    await cluster.remove();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
