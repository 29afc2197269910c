import { sql } from "drizzle-orm";
import { skillDocuments, skills } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import type { Correction } from "@/lib/search/matching";
import { parseQuery, type Query } from "@/lib/search/query";
import { rankSkills } from "@/lib/search/rank";
import type { Reason } from "@/lib/search/score";
import { embedQuery } from "./embeddings";
import { inTenant } from "./scope";
import { findAnswers } from "./search-answers";
import type { EmbedQuery, QueryVector } from "./search-vector";
import { isListed } from "./skill-visibility";
import { read, type Transaction } from "./unit";

export type { Reason } from "@/lib/search/score";

/** One skill that was found. The higher the score the better; its reasons' points add up to it. `place` counts from 1. */
export type Found = { id: string; score: number; place: number; reasons: Reason[] };

export type SearchResult = {
  /** Best first, at most 200. */
  found: Found[];
  /** False when nothing fits and `found` is only what comes nearest. */
  isClose: boolean;
  corrections: Correction[];
  /** Why meaning was left out, as a sentence; null when it was not. */
  withoutMeaning: string | null;
};

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
  const { query, vector } = search;
  const withoutMeaning = "unavailable" in vector ? vector.unavailable || null : null;
  if (query.words.length === 0 && "unavailable" in vector) {
    return { found: [], isClose: true, corrections: [], withoutMeaning };
  }
  const { ranked, isClose, corrections } = rankSkills(query, await findAnswers(tx, ctx, query, vector));
  const known = await findRanked(
    tx,
    ctx,
    ranked.map((one) => one.number),
  );
  const found = ranked.flatMap(({ number, score, reasons }) => {
    const skill = known.get(number);
    return skill ? [{ id: skill.id, score: score + skill.quality, reasons }] : [];
  });
  found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return { found: found.map((one, index) => ({ ...one, place: index + 1 })), isClose, corrections, withoutMeaning };
}

type Known = { id: string; quality: number };

/** The listed skills of these numbers, with what decides between equal ones: less than a hundredth of a point. */
async function findRanked(tx: Transaction, ctx: TenantContext, numbers: number[]): Promise<Map<number, Known>> {
  if (numbers.length === 0) return new Map();
  const isRanked = sql`${skillDocuments.number} = any(${`{${numbers.join(",")}}`}::int[])`;
  const rows = await tx
    .select({ number: skillDocuments.number, id: skills.id, rating: skills.ratingScore, uses: skills.useCount })
    .from(skillDocuments)
    .innerJoin(skills, inTenant(ctx, skills, sql`${skills.id} = ${skillDocuments.skillId}`, isListed))
    .where(inTenant(ctx, skillDocuments, isRanked));
  const qualityOf = (rating: number, uses: number) => 0.005 * (rating / 5) + 0.005 * (1 - 1 / (1 + Math.log1p(uses)));
  return new Map(rows.map(({ number, id, rating, uses }) => [number ?? -1, { id, quality: qualityOf(rating, uses) }]));
}
