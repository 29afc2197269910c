import type { TenantContext } from "@/lib/context";
import { EmbeddingFailure } from "@/lib/embeddings/failure";
import { embedderOf, type HallEmbedder } from "./embedders";
import { failureSeen, isResting, noteFailure, noteSuccess } from "./embedding-failures";
import { wakeEmbedding } from "./embedding-worker";

/** The vector of what was typed, to be compared with stored vectors of the same model and length; or why there is none. */
export type QueryVector = { model: string; vector: Float32Array } | { unavailable: string };

// Whoever searches waits no longer for meaning; the words are there by then.
const PATIENCE_MS = 1_500;
const MAX_CHARACTERS = 2_000;

const UNAVAILABLE = "The search by meaning does not answer just now, so these were found by their words alone.";

/**
 * Embeds what somebody searches for. Never throws and waits a second and a half at most; after a failure the endpoint is left
 * alone for half a minute. Never call it inside a unit.
 */
export async function embedQuery(ctx: TenantContext, q: string): Promise<QueryVector> {
  let embedder: HallEmbedder | null = null;
  try {
    embedder = await rememberedEmbedder(ctx);
    if (isResting(ctx, embedder)) return { unavailable: UNAVAILABLE };
    const [vector] = await embedder.embed([q.slice(0, MAX_CHARACTERS)], AbortSignal.timeout(PATIENCE_MS));
    if (!vector) return { unavailable: UNAVAILABLE };
    if (failureSeen(ctx, embedder.model)) await noteSuccess(ctx, embedder);
    return { model: embedder.model, vector };
  } catch (error) {
    if (embedder) await noteFailure(ctx, embedder, sentenceOf(error)).catch(() => {});
    return { unavailable: UNAVAILABLE };
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof EmbeddingFailure) return error.message;
  if (error instanceof Error && error.name === "TimeoutError") return "It was too slow for a search.";
  console.error("A query could not be embedded:", error);
  return "It failed in a way that the server’s log tells.";
}

type Remembered = { embedder: HallEmbedder; until: number };

const shared = globalThis as typeof globalThis & { guildhallEmbedders?: Map<string, Remembered> };

const REMEMBER_MS = 5_000;
const MOST_HALLS = 1_000;

/**
 * Kept for seconds, by the hall's id: searches come several a second, and the answer to each says which model it is of, so that
 * one that another process has just replaced finds less and nothing wrong.
 */
async function rememberedEmbedder(ctx: TenantContext): Promise<HallEmbedder> {
  shared.guildhallEmbedders ??= new Map();
  const known = shared.guildhallEmbedders.get(ctx.tenantId);
  if (known && known.until > Date.now()) return known.embedder;
  // The first search after a start: whatever an earlier process has left undone is taken up.
  if (!known) wakeEmbedding(ctx);
  const embedder = await embedderOf(ctx);
  if (shared.guildhallEmbedders.size >= MOST_HALLS) shared.guildhallEmbedders.clear();
  shared.guildhallEmbedders.set(ctx.tenantId, { embedder, until: Date.now() + REMEMBER_MS });
  return embedder;
}

/** As when the hall changes its embedder. */
export function forgetEmbedder(ctx: Pick<TenantContext, "tenantId">): void {
  shared.guildhallEmbedders?.delete(ctx.tenantId);
}
