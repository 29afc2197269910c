import type { TenantContext } from "@/lib/context";
import type { Ranked } from "@/lib/search/fuse";
import type { Correction } from "@/lib/search/matching";
import { parseQuery, type Query } from "@/lib/search/query";
import { rankSkills } from "@/lib/search/rank";
import { embedQuery } from "./embeddings";
import { findAnswers } from "./search-answers";
import { type Found, findKnown, settled, type Weighing } from "./search-known";
import type { EmbedQuery, QueryVector } from "./search-vector";
import { read, type Transaction } from "./unit";

export type { Reason } from "@/lib/search/score";
export type { Found } from "./search-known";

/** What is to be said of a search as a whole. */
export type Said = {
  /** False when nothing fits and what was found is only what comes nearest. */
  isClose: boolean;
  corrections: Correction[];
  /** Why meaning was left out, as a sentence; null when it was not. */
  withoutMeaning: string | null;
};

/** `found`: best first, at most 200. */
export type SearchResult = Said & { found: Found[] };

/** A query that has been read and embedded: all that is done before a transaction opens. */
export type PreparedSearch = { query: Query; vector: QueryVector };

/** @param embed makes the query's vector; it may ask a network, so it is never called inside a transaction */
export async function prepareSearch(
  ctx: TenantContext,
  q: string,
  embed: EmbedQuery = embedQuery,
): Promise<PreparedSearch> {
  return { query: parseQuery(q), vector: q.trim() === "" ? { unavailable: "" } : await embed(ctx, q) };
}

/**
 * The listed skills that fit what was typed: who is called exactly that comes first, then by words and meaning. Anything may be
 * typed; nothing throws.
 */
export async function searchSkills(ctx: TenantContext, input: { q: string }): Promise<SearchResult> {
  const prepared = await prepareSearch(ctx, input.q);
  return read(ctx, (tx) => findSkills(tx, ctx, prepared));
}

/** The same inside a unit that is open already. Two statements. */
export async function findSkills(tx: Transaction, ctx: TenantContext, search: PreparedSearch): Promise<SearchResult> {
  const { ranked, weighing, ...said } = await rankFor(tx, ctx, search);
  const known = await findKnown(tx, ctx, numbersOf(ranked), weighing);
  return { ...said, found: settled(ranked, known, weighing) };
}

/** A search by the skills' numbers, before anybody has asked which of them are still there: `settled` tells. One statement. */
export async function rankFor(
  tx: Transaction,
  ctx: TenantContext,
  { query, vector }: PreparedSearch,
): Promise<Said & { ranked: Ranked[]; weighing: Weighing | null }> {
  const withoutMeaning = "unavailable" in vector ? vector.unavailable || null : null;
  if (query.words.length === 0 && "unavailable" in vector) {
    return { ranked: [], weighing: null, isClose: true, corrections: [], withoutMeaning };
  }
  const { meaning, ...ranking } = rankSkills(query, await findAnswers(tx, ctx, query, vector));
  const weighing = meaning.share > 0 && !("unavailable" in vector) ? { ...meaning, ...vector } : null;
  return { ...ranking, weighing, withoutMeaning };
}

export const numbersOf = (ranked: Ranked[]): number[] => ranked.map(({ number }) => number);
