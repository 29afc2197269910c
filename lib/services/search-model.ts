import { eq, sql } from "drizzle-orm";
import { embeddingEndpoints, skillEmbeddings } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { endpointEmbedder } from "@/lib/embeddings/endpoint";
import { EmbeddingFailure } from "@/lib/embeddings/failure";
import { env } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import type { SearchModelInput } from "@/lib/inputs/search-model";
import { atLeast } from "@/lib/roles";
import { seal, unseal } from "@/lib/sealed";
import { ownReach, sealedFor } from "./embedders";
import { forgetFailure } from "./embedding-failures";
import { forgetEmbedder } from "./embedding-query";
import { type EmbeddingState, findEmbeddingState } from "./embedding-state";
import { wakeEmbedding } from "./embedding-worker";
import { inTenant } from "./scope";
import { mutate, read, type Transaction } from "./unit";

type Stored = typeof embeddingEndpoints.$inferSelect;

/** What the admin's page shows; never the key. Takes up what is left to be embedded. @throws DomainError `forbidden` */
export async function findSearchModel(ctx: MemberContext): Promise<EmbeddingState & { mayBePrivate: boolean }> {
  refuseUnlessAdmin(ctx);
  const state = await findEmbeddingState(ctx);
  if (state.done < state.total) wakeEmbedding(ctx);
  return { ...state, mayBePrivate: env().embeddingAllowPrivate };
}

/**
 * Asks an endpoint for one vector, as the form has it, and keeps nothing.
 * @returns how many numbers a vector has, and how long it took
 * @throws DomainError `forbidden`; `invalid` with why it does not work
 */
export async function testSearchModel(
  ctx: MemberContext,
  input: SearchModelInput,
): Promise<{ dimensions: number; ms: number }> {
  refuseUnlessAdmin(ctx);
  const { stored, dimensions } = await findStored(ctx, input.model);
  return tryEndpoint(input, keyFor(ctx, stored, input), dimensions);
}

/**
 * Has the hall use an endpoint of its own, once that has shown that it works. Vectors of another model are made anew in the background.
 * @throws DomainError `forbidden`; `invalid` when it does not work; `stale` when somebody changed it meanwhile
 */
export async function saveSearchModel(ctx: MemberContext, input: SearchModelInput): Promise<{ model: string }> {
  refuseUnlessAdmin(ctx);
  const { stored, dimensions } = await findStored(ctx, input.model);
  refuseIfStale(stored, input.revision);
  const key = keyFor(ctx, stored, input);
  await tryEndpoint(input, key, dimensions);
  const { url, model } = input;
  const isNewKey = input.key !== "" || (stored?.keySealed != null) !== (key !== null);
  const row = await mutate(ctx, { action: "search_model.update", role: "admin" }, async (tx) => {
    const locked = await lockStored(tx, ctx);
    refuseIfStale(locked, input.revision);
    if (locked?.url === url && locked.model === model && !isNewKey) return { row: { model }, unchanged: true };
    const next = { url, model, updatedAt: sql`now()`, failedAt: null, failure: null };
    const keySealed = isNewKey ? (key === null ? null : seal(key, sealedFor(ctx))) : (locked?.keySealed ?? null);
    await tx
      .insert(embeddingEndpoints)
      .values({ tenantId: ctx.tenantId, ...next, keySealed })
      .onConflictDoUpdate({ target: embeddingEndpoints.tenantId, set: { ...next, keySealed } });
    const after = { address: url, model, key: key === null ? "none" : isNewKey ? "a new one" : "kept" };
    return { row: { model }, subject: subjectOf(ctx), before: toldOf(locked), after };
  });
  embedAnew(ctx);
  return row;
}

/**
 * Has the hall use what the deployment offers again, and forgets its endpoint and key.
 * @throws DomainError `forbidden`; `stale` when somebody changed it meanwhile
 */
export async function removeSearchModel(ctx: MemberContext, input: { revision: string }): Promise<void> {
  await mutate(ctx, { action: "search_model.update", role: "admin" }, async (tx) => {
    const locked = await lockStored(tx, ctx);
    if (!locked) return { row: null, unchanged: true };
    refuseIfStale(locked, input.revision);
    await tx.delete(embeddingEndpoints).where(inTenant(ctx, embeddingEndpoints));
    return { row: null, subject: subjectOf(ctx), before: toldOf(locked), after: null };
  });
  embedAnew(ctx);
}

function embedAnew(ctx: MemberContext): void {
  forgetEmbedder(ctx);
  forgetFailure(ctx);
  wakeEmbedding(ctx);
}

const subjectOf = (ctx: MemberContext) => ({ type: "settings" as const, id: ctx.tenantId, name: "Search model" });

/** What the log keeps: where and which, and of the key only whether there was one. */
const toldOf = (stored: Stored | null) =>
  stored && { address: stored.url, model: stored.model, key: stored.keySealed ? "one" : "none" };

// Before anything goes over the network, which is work that nobody below an admin can ask for.
function refuseUnlessAdmin(ctx: MemberContext): void {
  if (!atLeast(ctx.member.role, "admin")) throw new DomainError("forbidden", "Only an admin can do this.");
}

function refuseIfStale(stored: Stored | null, revision: string): void {
  if ((stored?.updatedAt.toISOString() ?? "") === revision) return;
  throw new DomainError(
    "stale",
    "The search model was changed meanwhile. Reload the page, look at it, and save again.",
  );
}

/** The stored endpoint, and how long the hall's vectors of a model are. */
async function findStored(
  ctx: MemberContext,
  model: string,
): Promise<{ stored: Stored | null; dimensions: number | null }> {
  return read(ctx, async (tx) => {
    const [stored = null] = await tx.select().from(embeddingEndpoints).where(inTenant(ctx, embeddingEndpoints));
    const [row] = await tx
      .select({ dimensions: skillEmbeddings.dimensions })
      .from(skillEmbeddings)
      .where(inTenant(ctx, skillEmbeddings, eq(skillEmbeddings.model, model)))
      .limit(1);
    return { stored, dimensions: row?.dimensions ?? null };
  });
}

async function lockStored(tx: Transaction, ctx: MemberContext): Promise<Stored | null> {
  const [stored = null] = await tx
    .select()
    .from(embeddingEndpoints)
    .where(inTenant(ctx, embeddingEndpoints))
    .for("update");
  return stored;
}

/** The key that was typed, or the stored one. That goes only to where it was entered for: else an admin could read it elsewhere. */
function keyFor(ctx: MemberContext, stored: Stored | null, input: SearchModelInput): string | null {
  if (input.key) return input.key;
  if (input.forgetKey || !stored?.keySealed) return null;
  if (new URL(stored.url).origin !== new URL(input.url).origin) {
    const sentence =
      "The stored key belongs to the former address. Enter the key of this one, or forget the stored one.";
    throw new DomainError("invalid", sentence, { key: sentence });
  }
  const key = unseal(stored.keySealed, sealedFor(ctx));
  if (key !== null) return key;
  const sentence = "The stored key cannot be read any more, since this server’s secret has changed. Enter it again.";
  throw new DomainError("invalid", sentence, { key: sentence });
}

const PATIENCE_MS = 10_000;

async function tryEndpoint({ url, model }: SearchModelInput, key: string | null, dimensions: number | null) {
  const reach = ownReach();
  if (reach === "public" && !url.startsWith("https:")) {
    const sentence = "Give an address that begins with https://. Whoever runs this server can allow others.";
    throw new DomainError("invalid", sentence, { url: sentence });
  }
  const embedder = endpointEmbedder({ url, model, key, reach, dimensions, timeoutMs: PATIENCE_MS, tries: 1 });
  const since = performance.now();
  try {
    await embedder.embed(["A test of the connection."]);
  } catch (error) {
    if (!(error instanceof EmbeddingFailure)) throw error;
    throw new DomainError("invalid", `The endpoint does not work: ${error.message}`);
  }
  return { dimensions: embedder.dimensions, ms: Math.round(performance.now() - since) };
}
