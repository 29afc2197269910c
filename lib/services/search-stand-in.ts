// Stands in for what search is about to have, in its shapes, so that its pages can be built meanwhile. Goes when that comes.
import { and, eq, ne, sql } from "drizzle-orm";
import { skills, skillVersions, users } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { marked, type Part } from "@/lib/search/marked";
import { snippetOf } from "@/lib/search/snippet";
import { inTenant } from "./scope";
import { type Match, searchSkills } from "./search";
import { cardColumns, type SkillCard, toCard } from "./skill-card";
import { isListed } from "./skill-visibility";
import { read, type Transaction } from "./unit";

export type Reason = {
  word: string;
  matched: string;
  field: "name" | "tags" | "description" | "headings" | "text" | "meaning";
  how: "identity" | "exact" | "stem" | "prefix" | "typo" | "meaning";
  points: number;
};
export type FoundBy = { reasons: Reason[]; snippet: Part[]; description: Part[] };
export type SearchNotes = {
  isClose: boolean;
  corrections: { typed: string; meant: string }[];
  withoutMeaning: string | null;
};

export function searchNotes(q: string, ranking: Match[]): SearchNotes {
  const corrections = /reveiw/i.test(q) ? [{ typed: "reveiw", meant: "review" }] : [];
  return { isClose: ranking.length > 0 && !/nearest/i.test(q), corrections, withoutMeaning: null };
}

const field = (reasons: Reason[]) => reasons.some((reason) => reason.field === "text");

export async function explainCards<Card extends SkillCard>(
  tx: Transaction,
  ctx: TenantContext,
  q: string,
  cards: Card[],
): Promise<(Card & { found: FoundBy })[]> {
  if (cards.length === 0) return [];
  const ids = cards.map((card) => card.id);
  const rows = await tx
    .select({ id: skillVersions.skillId, text: sql<string>`left(${skillVersions.body}, 2000)` })
    .from(skillVersions)
    .innerJoin(
      skills,
      inTenant(ctx, skills, and(eq(skills.id, skillVersions.skillId), eq(skills.latestVersion, skillVersions.version))),
    )
    .where(inTenant(ctx, skillVersions, sql`${skillVersions.skillId} = any(${`{${ids.join(",")}}`}::uuid[])`));
  const texts = new Map(rows.map((row) => [row.id, row.text]));
  const words = q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return cards.map((card) => {
    const text = texts.get(card.id) ?? "";
    const reasons = words.flatMap((word): Reason[] => {
      const fields: [Reason["field"], string][] = [
        ["name", card.name],
        ["tags", card.tags.join(" ")],
        ["description", card.description],
        ["text", text],
      ];
      const field = fields.find(([, said]) => said.toLowerCase().includes(word))?.[0];
      return field ? [{ word, matched: word, field, how: "exact", points: 1 }] : [];
    });
    const said = field(reasons) ? snippetOf(text, words) : [];
    return { ...card, found: { reasons, snippet: said, description: marked(card.description, words) } };
  });
}

export type Suggestions = {
  skills: { slug: string; name: string; description: string }[];
  words: string[];
  people: { id: string; name: string }[];
};

export async function suggest(ctx: TenantContext, { typed }: { typed: string }): Promise<Suggestions> {
  const ranking = (await searchSkills(ctx, typed)).slice(0, 6);
  if (typed.trim() === "") return { skills: [], words: [], people: [] };
  return read(ctx, async (tx) => {
    const found = await cardsOf(tx, ctx, ranking);
    const start = `${typed
      .trim()
      .toLowerCase()
      .replace(/[%_\\]/g, "\\$&")}%`;
    const people = await tx
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(inTenant(ctx, users, ne(users.status, "removed"), sql`lower(${users.name}) like ${start}`))
      .limit(3);
    const words = [...new Set(found.flatMap((card) => card.tags))].filter((tag) => tag.startsWith(typed.trim()));
    return {
      skills: found.map(({ slug, name, description }) => ({ slug, name, description })),
      words: words.slice(0, 4),
      people,
    };
  });
}

export async function similarSkills(
  ctx: TenantContext,
  input: { slug: string } | { text: string },
): Promise<(SkillCard & { similarity: number })[]> {
  return read(ctx, async (tx) => {
    const [own] =
      "slug" in input
        ? await tx
            .select({ text: skills.description })
            .from(skills)
            .where(inTenant(ctx, skills, isListed, eq(skills.slug, input.slug)))
        : [{ text: input.text }];
    if (!own) throw new DomainError("not_found", "There is no such skill.");
    const ranking = await searchSkills(ctx, own.text.slice(0, 300));
    const best = (await cardsOf(tx, ctx, ranking.slice(0, 6))).filter(
      (card) => !("slug" in input) || card.slug !== input.slug,
    );
    const wordsIn = (text: string) => new Set(text.toLowerCase().match(/[\p{L}]+/gu) ?? []);
    const said = wordsIn(own.text);
    const alike = best.map((card) => {
      const words = [...wordsIn(card.description)];
      return { ...card, similarity: words.filter((word) => said.has(word)).length / words.length };
    });
    return alike.sort((a, b) => b.similarity - a.similarity);
  });
}

async function cardsOf(tx: Transaction, ctx: TenantContext, ranking: Match[]): Promise<SkillCard[]> {
  const rows = await tx
    .select(cardColumns)
    .from(skills)
    .innerJoin(users, inTenant(ctx, users, eq(users.id, skills.authorId)))
    .where(
      inTenant(
        ctx,
        skills,
        isListed,
        sql`${skills.id} = any(${`{${ranking.map((match) => match.id).join(",")}}`}::uuid[])`,
      ),
    );
  return ranking.flatMap(({ id }) => rows.filter((row) => row.id === id).map(toCard));
}
