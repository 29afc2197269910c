import { fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { Refusal } from "../support/run.mjs";

/** An address to load, and the word that a right answer has. */
export type Target = { port: number; path: string; headers: Record<string, string>; word: string };

/** What a load took: the milliseconds of each request, and the seconds from the first to the last. */
export type Loaded = { tookMs: number[]; seconds: number };

type Job = { target: Target; clients: number; requests?: number; seconds?: number };

export type Generator = { run(job: Job): Promise<Loaded>; stop(): void };

/** @throws Refusal from `run`, when an answer was not 200 or came without its word */
export function startGenerator(): Generator {
  const child = fork(resolve("scripts/bench/generator.mjs"), { execArgv: [] });
  return {
    async run(job) {
      child.send(job);
      const [result] = (await once(child, "message")) as [Loaded | { error: string }];
      if ("error" in result) throw new Refusal(result.error);
      return result;
    },
    stop: () => child.kill(),
  };
}

/** Milliseconds that a share of the requests did not exceed. */
export function percentile(tookMs: number[], share: number): number {
  const sorted = [...tookMs].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
