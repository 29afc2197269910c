import { fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import type postgres from "postgres";
import type { MemberContext } from "@/lib/context";
import { Refusal } from "../../support/run.mjs";
import { percentile } from "../load";
import type { SearchCorpus } from "./corpus";

export type Asked = { url: string; tenantId: string; phrases: string[]; tasks: string[]; typed: string[] };
/** Milliseconds of each, and the megabytes that the process held in the end. */
export type Taken = { phrases: number[]; tasks: number[]; typed: number[]; memoryMb: number };

type Spread = { p50: number; p95: number };
export type Latency = {
  skills: number;
  phrases: Spread;
  tasks: Spread;
  typed: Spread;
  memoryMb: number;
  /** Of the index with its vectors, all halls together. */
  indexMb: number;
};

// A pasted task: so much of a text, twenty times.
const TASK_CHARACTERS = 1_500;
const TASKS = 20;

/** How long searching and suggesting take in a hall of so many skills, one after another, in a process of their own. */
export async function measureLatency(
  sql: postgres.Sql,
  url: string,
  ctx: MemberContext,
  corpus: SearchCorpus,
  skills: number,
): Promise<Latency> {
  // As a database looks after a while: a bulk load leaves it without statistics.
  await sql`vacuum analyze`;
  const step = Math.floor(corpus.documents.length / TASKS);
  const phrases = corpus.queries.map(({ query }) => query);
  const tasks = corpus.documents.filter((_, index) => index % step === 0).slice(0, TASKS);
  const asked = {
    url,
    tenantId: ctx.tenantId,
    phrases,
    tasks: tasks.map(({ body }) => body.slice(0, TASK_CHARACTERS)),
    typed: phrases.flatMap(beginningsOf),
  };
  const { memoryMb, ...took } = await search(asked);
  const spread = (tookMs: number[]) => ({ p50: percentile(tookMs, 0.5), p95: percentile(tookMs, 0.95) });
  return {
    skills,
    phrases: spread(took.phrases),
    tasks: spread(took.tasks),
    typed: spread(took.typed),
    memoryMb,
    indexMb: await indexSize(sql),
  };
}

/** A phrase after two letters, after five, and just before its last letter. */
export const beginningsOf = (phrase: string): string[] => [
  ...new Set([phrase.slice(0, 2), phrase.slice(0, 5), phrase.slice(0, -1)]),
];

async function search(asked: Asked): Promise<Taken> {
  const child = fork(resolve("scripts/bench/search/searcher.ts"), { execArgv: ["--import", "tsx"] });
  child.send(asked);
  const [result] = (await once(child, "message")) as [Taken | { error: string }];
  if ("error" in result) throw new Refusal(result.error);
  return result;
}

async function indexSize(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ bytes: string }[]>`select sum(pg_total_relation_size(name::regclass)) as bytes
    from unnest(array['search_postings', 'search_slips', 'skill_documents', 'skill_embeddings']) as name`;
  return Number(row?.bytes ?? 0) / 1024 ** 2;
}
