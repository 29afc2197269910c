import { and, eq, sql } from "drizzle-orm";
import { searchPostings, searchSlips, skills, users } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { normalised, wordsIn } from "@/lib/search/words";
import { inTenant } from "./scope";
import { findSkills, prepareSearch } from "./search";
import { read, type Transaction } from "./unit";

export type Suggestions = {
  skills: { slug: string; name: string; description: string }[];
  /** What the last word may become. */
  words: string[];
  people: { id: string; name: string }[];
};

const MOST_SKILLS = 6;
const MOST_WORDS = 4;
const MOST_PEOPLE = 3;
const LAST = "\u{10FFFF}";

/**
 * What somebody who is still typing may mean, by words alone: meaning has nothing to say of half a word. Anything may be
 * typed; nothing throws, and nothing is written down.
 */
export async function suggest(ctx: TenantContext, { typed }: { typed: string }): Promise<Suggestions> {
  const text = typed.replace(/[\0\p{Cs}]/gu, " ").slice(0, 200);
  if (text.trim() === "") return { skills: [], words: [], people: [] };
  const prepared = await prepareSearch(ctx, text, async () => ({ unavailable: "" }));
  return read(ctx, async (tx) => {
    const { found } = await findSkills(tx, ctx, prepared);
    const [cards, words, people] = await Promise.all([
      findNamed(
        tx,
        ctx,
        found.slice(0, MOST_SKILLS).map(({ id }) => id),
      ),
      findCompletions(tx, ctx, text),
      findPeople(tx, ctx, text.trim()),
    ]);
    return { skills: cards, words, people };
  });
}

async function findNamed(tx: Transaction, ctx: TenantContext, ids: string[]): Promise<Suggestions["skills"]> {
  if (ids.length === 0) return [];
  const list = `{${ids.join(",")}}`;
  return tx
    .select({ slug: skills.slug, name: skills.name, description: skills.description })
    .from(skills)
    .where(inTenant(ctx, skills, sql`${skills.id} = any(${list}::uuid[])`))
    .orderBy(sql`array_position(${list}::uuid[], ${skills.id})`);
}

/** Words of names, tags and descriptions as they are written, those that most skills have first. */
async function findCompletions(tx: Transaction, ctx: TenantContext, text: string): Promise<string[]> {
  const last = wordsIn(normalised(text)).at(-1);
  if (!last || last.end !== normalised(text).length || last.surface.length < 2) return [];
  const isBegun = sql`${searchSlips.key} >= ${last.surface} and ${searchSlips.key} < ${last.surface + LAST}`;
  const isWord = sql`split_part(${searchSlips.word}, ' ', 1) = ${searchSlips.key}`;
  const rows = await tx.execute<{ word: string }>(sql`
    select begun.word from (
      select ${searchSlips.key} as word, split_part(${searchSlips.word}, ' ', 2) as indexed
      from ${searchSlips} where ${inTenant(ctx, searchSlips, isBegun, isWord)} limit 200
    ) as begun
    cross join lateral (
      select sum(octet_length(${searchPostings.skills})) as size from ${searchPostings}
      where ${inTenant(ctx, searchPostings, sql`${searchPostings.word} = begun.indexed`)}
    ) as postings
    where size is not null and begun.word <> ${last.surface}
    order by size desc, begun.word limit ${MOST_WORDS}`);
  return rows.map(({ word }) => word);
}

/** Active people whose name, or a further part of it, begins like this. */
async function findPeople(tx: Transaction, ctx: TenantContext, text: string): Promise<Suggestions["people"]> {
  const start = text.toLowerCase();
  if (start.length < 2) return [];
  const isCalled = sql`(starts_with(lower(${users.name}), ${start}) or position(${` ${start}`} in lower(${users.name})) > 0)`;
  return tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inTenant(ctx, users, and(eq(users.status, "active"), isCalled)))
    .orderBy(users.name)
    .limit(MOST_PEOPLE);
}
