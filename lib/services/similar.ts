import { eq, inArray, sql } from "drizzle-orm";
import { skills, users } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { embedQuery } from "./embeddings";
import { inTenant } from "./scope";
import { findSkills, prepareSearch } from "./search";
import type { EmbedQuery } from "./search-vector";
import { cardColumns, type SkillCard, toCard } from "./skill-card";
import { isListed } from "./skill-visibility";
import { read, type Transaction } from "./unit";

/** `similarity` goes from 0 to 1: of the words and the meaning that the two could share, how much they do. */
export type SimilarSkill = SkillCard & { similarity: number };

export type SimilarInput = { slug: string } | { text: string };

const MOST = 6;
const LEAST = 0.15;

/**
 * The listed skills that are about the same as a skill, which is not among them, or as a text: a name with its description,
 * say. Best first. Empty for an unknown skill.
 */
export async function similarSkills(
  ctx: TenantContext,
  input: SimilarInput,
  embed: EmbedQuery = embedQuery,
): Promise<SimilarSkill[]> {
  const own = "slug" in input ? await findOwn(ctx, input.slug) : { id: null, text: input.text };
  if (!own || own.text.trim() === "") return [];
  // Ending in a full stop: the last word is whole.
  const prepared = await prepareSearch(ctx, `${own.text.slice(0, 1_000)}.`, embed);
  return read(ctx, async (tx) => {
    const { found } = await findSkills(tx, ctx, prepared);
    const whole = found.find(({ id }) => id === own.id)?.score ?? found[0]?.score ?? 0;
    const others = found.filter(({ id }) => id !== own.id).slice(0, MOST);
    const similarity = new Map(others.map(({ id, score }) => [id, Math.min(1, score / whole)]));
    const cards = await findCards(tx, ctx, [...similarity.keys()]);
    return cards
      .map((card) => ({ ...card, similarity: similarity.get(card.id) ?? 0 }))
      .filter((card) => card.similarity >= LEAST)
      .sort((a, b) => b.similarity - a.similarity);
  });
}

async function findOwn(ctx: TenantContext, slug: string): Promise<{ id: string | null; text: string } | null> {
  const [skill] = await read(ctx, (tx) =>
    tx
      .select({ id: skills.id, text: sql<string>`${skills.name} || '. ' || ${skills.description}` })
      .from(skills)
      .where(inTenant(ctx, skills, eq(skills.slug, slug), isListed)),
  );
  return skill ?? null;
}

async function findCards(tx: Transaction, ctx: TenantContext, ids: string[]): Promise<SkillCard[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select(cardColumns)
    .from(skills)
    .innerJoin(users, inTenant(ctx, users, eq(users.id, skills.authorId)))
    .where(inTenant(ctx, skills, inArray(skills.id, ids), isListed));
  return rows.map(toCard);
}
