import { takeTurn } from "@/db/turn";
import type { TenantContext } from "@/lib/context";
import { EmbeddingFailure } from "@/lib/embeddings/failure";
import { DomainError } from "@/lib/errors";
import { embedderOf } from "./embedders";
import { noteFailure, noteSuccess } from "./embedding-failures";
import { embedMissing } from "./embedding-missing";

type Run = { done: Promise<void>; again: boolean };
type Worker = { stop: AbortController; runs: Map<string, Run>; failed: Map<string, number> };

// Only globalThis is really one. `guildhallServing` is set by instrumentation.ts: scripts and tests do no background work.
const shared = globalThis as typeof globalThis & { guildhallServing?: true; guildhallWorker?: Worker };

function worker(): Worker {
  if (!shared.guildhallWorker) {
    const stop = new AbortController();
    shared.guildhallWorker = { stop, runs: new Map(), failed: new Map() };
    // The server has its own way of stopping; this one only lets go of what waits for the network.
    for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => stop.abort(new Error("The server stops.")));
  }
  return shared.guildhallWorker;
}

/**
 * Has the hall's missing vectors made in the background, by this server. Returns at once. One run a hall; who wakes it
 * while it runs makes it look once more.
 */
export function wakeEmbedding(ctx: TenantContext): void {
  if (!shared.guildhallServing) return;
  const { runs, stop } = worker();
  if (stop.signal.aborted) return;
  const running = runs.get(ctx.tenantId);
  if (running) {
    running.again = true;
    return;
  }
  const run: Run = { again: false, done: Promise.resolve() };
  runs.set(ctx.tenantId, run);
  // After the answer that it was woken by, and after the unit that is perhaps still open.
  run.done = new Promise<void>((resolve) => setImmediate(resolve))
    .then(() => runAlone(ctx, stop.signal))
    .finally(() => {
      runs.delete(ctx.tenantId);
      if (run.again) wakeEmbedding(ctx);
    });
}

// How long a hall waits after a failure, doubled each time.
const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [15_000, 10 * 60_000];

async function runAlone(ctx: TenantContext, signal: AbortSignal): Promise<void> {
  const { failed } = worker();
  try {
    if (await catchUp(ctx, signal)) {
      failed.delete(ctx.tenantId);
      return;
    }
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof EmbeddingFailure || error instanceof DomainError)) {
      console.error("Embedding skills in the background failed:", error);
    }
  }
  const times = failed.get(ctx.tenantId) ?? 0;
  failed.set(ctx.tenantId, times + 1);
  setTimeout(() => wakeEmbedding(ctx), Math.min(FIRST_WAIT_MS * 2 ** times, LONGEST_WAIT_MS)).unref();
}

/**
 * Embeds what is missing, unless another process is at it, and notes how the endpoint did. @returns whether it came to its end
 * @throws what `embedMissing` does
 */
export async function catchUp(ctx: TenantContext, signal?: AbortSignal): Promise<boolean> {
  const turn = await takeTurn(`embedding ${ctx.tenantId}`);
  if (!turn) return false;
  try {
    const { embedded, refused } = await embedMissing(ctx, { signal });
    const embedder = await embedderOf(ctx);
    if (refused > 0) await noteFailure(ctx, embedder, refusedWords(refused));
    else if (embedded > 0) await noteSuccess(ctx, embedder);
    return true;
  } catch (error) {
    if (error instanceof EmbeddingFailure) await noteFailure(ctx, await embedderOf(ctx), error.message);
    throw error;
  } finally {
    await turn.release();
  }
}

const refusedWords = (count: number): string =>
  `It refused the text of ${count === 1 ? "one skill" : `${count.toLocaleString("en")} skills`}, even cut short; search finds ${count === 1 ? "it" : "them"} by words.`;
