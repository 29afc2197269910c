// Searches, in a process of its own: its memory is that of a server that does nothing else.
import { closeDatabase } from "@/db/client";
import type { TenantContext } from "@/lib/context";
import { env } from "@/lib/env";
import { searchSkills } from "@/lib/services/search";
import { suggest } from "@/lib/services/suggest";
import type { Asked, Taken } from "./latency";

const ROUNDS = 3;

async function take(texts: string[], ask: (text: string) => Promise<unknown>): Promise<number[]> {
  const tookMs: number[] = [];
  // The first round only warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const text of texts) {
      const since = performance.now();
      await ask(text);
      if (round > 0) tookMs.push(performance.now() - since);
    }
  }
  return tookMs;
}

async function search({ url, tenantId, phrases, tasks, typed }: Asked): Promise<Taken> {
  Object.assign(env(), { databaseUrl: url });
  const ctx = { tenantId } as TenantContext;
  const taken = {
    phrases: await take(phrases, (q) => searchSkills(ctx, { q })),
    tasks: await take(tasks, (q) => searchSkills(ctx, { q })),
    typed: await take(typed, (text) => suggest(ctx, { typed: text })),
  };
  await closeDatabase();
  return { ...taken, memoryMb: process.memoryUsage().rss / 1024 ** 2 };
}

process.once("message", (asked: Asked) => {
  search(asked).then(
    (taken) => process.send?.(taken, () => process.disconnect()),
    (error: Error) => process.send?.({ error: error.message }, () => process.disconnect()),
  );
});
