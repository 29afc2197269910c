import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { passageText } from "@/lib/embeddings/skill-text";
import { bagOf } from "@/lib/embeddings/static/bag";
import { decodeModel } from "@/lib/embeddings/static/file";
import { vectorOf } from "@/lib/embeddings/static/vector";
import { Bm25f } from "./bm25f";
import { developmentSkills } from "./corpus";

// How well the model finds, alone and beside plain keyword search. Only here are the judged queries read.
const FILE = process.argv[2] ?? "lib/embeddings/static/model.bin";
const PASSES = 6;
const SET = "../shared/corpus/search-dev.json.gz";
const WEIGHT = 0.3;
const BEST = 100;

type Query = { query: string; relevant: number[] };
const { queries } = JSON.parse(gunzipSync(readFileSync(SET)).toString("utf8")) as { queries: Query[] };
const skills = developmentSkills();
const model = decodeModel(readFileSync(FILE));
const embedAll = () => skills.map((skill) => vectorOf(bagOf(passageText(skill), model.vocabulary), model));
// The first time is a script's, while its code is still being compiled; an import and a server go on at the others'.
const paces = Array.from({ length: PASSES }, () => paceOf(embedAll));
const vectors = embedAll();
const bm25f = new Bm25f(skills);

const alone = (query: string): Float64Array => {
  const sought = vectorOf(bagOf(query, model.vocabulary), model);
  return Float64Array.from(vectors, (vector) => vector.reduce((sum, value, at) => sum + value * (sought[at] ?? 0), 0));
};
const keywords = (query: string) => bm25f.scores(query);
const fused = (query: string): Float64Array => {
  const [one, other] = [standardised(keywords(query)), standardised(alone(query))];
  return one.map((score, index) => (1 - WEIGHT) * score + WEIGHT * (other[index] ?? 0));
};

/** Skills in a second of one core's time. */
function paceOf(embed: () => unknown[]): number {
  const before = process.cpuUsage();
  const { length } = embed();
  const { user, system } = process.cpuUsage(before);
  return (1e6 * length) / (user + system);
}

/** Scores less the mean of the best hundred, by their spread: so that two kinds of score can be added. */
function standardised(scores: Float64Array): Float64Array {
  const best = Float64Array.from(scores).sort().reverse().subarray(0, BEST);
  const mean = best.reduce((sum, score) => sum + score, 0) / best.length;
  const spread = Math.sqrt(best.reduce((sum, score) => sum + (score - mean) ** 2, 0) / best.length) || 1;
  const least = ((best.at(-1) ?? 0) - mean) / spread;
  return scores.map((score) => Math.max(least, (score - mean) / spread));
}

/** What `score.mjs` beside the set counts: how often the right skill is first, among ten, and how high. */
function measures(rank: (query: string) => Float64Array): Record<string, string> {
  const total = { "hit@1": 0, "hit@10": 0, "MRR@10": 0, "nDCG@10": 0 };
  for (const { query, relevant } of queries) {
    const scores = rank(query);
    const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    const hits = order.slice(0, 10).map((index) => relevant.includes(skills[index]?.id ?? -1));
    const first = hits.indexOf(true);
    total["hit@1"] += first === 0 ? 1 : 0;
    total["hit@10"] += first >= 0 ? 1 : 0;
    total["MRR@10"] += first >= 0 ? 1 / (first + 1) : 0;
    total["nDCG@10"] += discounted(hits) / discounted(relevant.slice(0, 10).map(() => true));
  }
  return Object.fromEntries(Object.entries(total).map(([name, sum]) => [name, (sum / queries.length).toFixed(3)]));
}

function discounted(hits: boolean[]): number {
  return hits.reduce((sum, isHit, at) => sum + (isHit ? 1 / Math.log2(at + 2) : 0), 0);
}

console.table({ "BM25F alone": measures(keywords), "model alone": measures(alone), fused: measures(fused) });
const [first = 0, ...others] = paces;
const usual = others.sort((a, b) => a - b)[others.length >> 1] ?? 0;
console.log(`${first.toFixed(0)} skills embedded in a second of one core the first time, then ${usual.toFixed(0)}`);
