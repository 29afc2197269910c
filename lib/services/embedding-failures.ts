import { and, eq, isNotNull, sql } from "drizzle-orm";
import { embeddingEndpoints } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import type { HallEmbedder } from "./embedders";
import { inTenant } from "./scope";
import { derive } from "./unit";

type Hall = Pick<TenantContext, "tenantId">;
type Failure = { model: string; at: Date; sentence: string };

// Next evaluates a shared module several times in one process; only globalThis is really one.
const shared = globalThis as typeof globalThis & { guildhallEmbeddingFailures?: Map<string, Failure> };

function failures(): Map<string, Failure> {
  shared.guildhallEmbeddingFailures ??= new Map();
  return shared.guildhallEmbeddingFailures;
}

/** Searches do not ask an endpoint again within this time: each of them would wait for nothing. */
const REST_MS = 30_000;

/** What this process last heard from the hall's embedder, if it was a failure. */
export function failureSeen(ctx: Hall, model: string): Failure | null {
  const failure = failures().get(ctx.tenantId);
  return failure?.model === model ? failure : null;
}

/** Whether the embedder has failed a moment ago. */
export function isResting(ctx: Hall, embedder: HallEmbedder, now = Date.now()): boolean {
  const failure = failureSeen(ctx, embedder.model);
  return failure !== null && now - failure.at.getTime() < REST_MS;
}

/** Remembers a failure, here and, of a hall's own endpoint, where every process and the admin see it. */
export async function noteFailure(ctx: Hall, { model, source }: HallEmbedder, sentence: string): Promise<void> {
  failures().set(ctx.tenantId, { model, at: new Date(), sentence });
  if (source !== "hall") return;
  await derive(ctx, (tx) =>
    tx
      .update(embeddingEndpoints)
      .set({ failedAt: sql`now()`, failure: sentence })
      .where(inTenant(ctx, embeddingEndpoints, eq(embeddingEndpoints.model, model))),
  );
}

/** Forgets a failure once the embedder has answered. Asks the database only where there may be something to forget. */
export async function noteSuccess(ctx: Hall, { model, source }: HallEmbedder): Promise<void> {
  failures().delete(ctx.tenantId);
  if (source !== "hall") return;
  const isNoted = and(eq(embeddingEndpoints.model, model), isNotNull(embeddingEndpoints.failure));
  await derive(ctx, (tx) =>
    tx
      .update(embeddingEndpoints)
      .set({ failedAt: null, failure: null })
      .where(inTenant(ctx, embeddingEndpoints, isNoted)),
  );
}

/** As when the hall changes its embedder. */
export function forgetFailure(ctx: Hall): void {
  failures().delete(ctx.tenantId);
}
