import { sql } from "drizzle-orm";
import { skillDocuments, skillEmbeddings, skills } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import type { Ranked } from "@/lib/search/fuse";
import { withMeaning } from "@/lib/search/meaning";
import { inTenant } from "./scope";
import { isListed } from "./skill-visibility";
import type { Transaction } from "./unit";

/** A listed skill by its number in the index, with its likeness where it is asked for, and what decides between equal ones. */
export type Known = { number: number; id: string; rating: number; uses: number; similarity: number | null };

/** How much meaning decides in a search, and the vector of what was typed. */
export type Weighing = { share: number; typed: string; model: string; vector: Float32Array };

/** One skill that was found. The higher the score the better; its reasons' points add up to it. `place` counts from 1. */
export type Found = { id: string; score: number; place: number; reasons: Ranked["reasons"] };

/** What to select for it, from documents joined with skills by `isKnown`. */
export const knownColumns = (ctx: TenantContext, weighing: Weighing | null) => ({
  number: sql<number>`${skillDocuments.number}`,
  id: skills.id,
  rating: skills.ratingScore,
  uses: skills.useCount,
  similarity: similarityTo(ctx, weighing),
});

/** How like a skill is to what was typed. Of the few that words have found: they need no scan. */
function similarityTo(ctx: TenantContext, weighing: Weighing | null) {
  if (!weighing) return sql<number | null>`null::float8`;
  const { model, vector } = weighing;
  const isOwn = sql`${skillEmbeddings.skillId} = ${skills.id}`;
  const ofModel = sql`${skillEmbeddings.model} = ${model} and ${skillEmbeddings.dimensions} = ${vector.length}`;
  return sql<number | null>`(select 1 - (${skillEmbeddings.embedding} <=> ${`[${vector.join(",")}]`}::vector)
    from ${skillEmbeddings} where ${inTenant(ctx, skillEmbeddings, isOwn, ofModel)})`;
}

/** On what a document is joined with its skill, if everybody may find that. */
export const isKnown = (ctx: TenantContext) =>
  inTenant(ctx, skills, sql`${skills.id} = ${skillDocuments.skillId}`, isListed);

/** One value for all numbers: an array would be sent as so many. */
export const isNumbered = (numbers: number[]) =>
  sql`${skillDocuments.number} = any(${`{${numbers.join(",")}}`}::int[])`;

/** The listed skills of these numbers. */
export async function findKnown(
  tx: Transaction,
  ctx: TenantContext,
  numbers: number[],
  weighing: Weighing | null,
): Promise<Known[]> {
  if (numbers.length === 0) return [];
  return tx
    .select(knownColumns(ctx, weighing))
    .from(skillDocuments)
    .innerJoin(skills, isKnown(ctx))
    .where(inTenant(ctx, skillDocuments, isNumbered(numbers)));
}

/** Less than a hundredth of a point: it decides between equal ones and buries nobody. */
const qualityOf = ({ rating, uses }: Known) => 0.005 * (rating / 5) + 0.005 * (1 - 1 / (1 + Math.log1p(uses)));

/** A ranking by numbers as one of the skills that are there, with what meaning has to say of them, best first. */
export function settled(ranked: Ranked[], known: Known[], weighing: Weighing | null): Found[] {
  const byNumber = new Map(known.map((one) => [one.number, one]));
  const similarities = new Map(
    known.flatMap(({ number, similarity }) => (similarity === null ? [] : [[number, similarity]])),
  );
  const weighed = weighing ? withMeaning(ranked, similarities, weighing) : ranked;
  const found = weighed.flatMap(({ number, score, reasons }) => {
    const one = byNumber.get(number);
    return one ? [{ id: one.id, score: score + qualityOf(one), reasons }] : [];
  });
  found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return found.map((one, index) => ({ ...one, place: index + 1 }));
}
