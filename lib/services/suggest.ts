import { and, eq, sql } from "drizzle-orm";
import { searchPostings, searchSlips, skillDocuments, skills, users } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import type { Ranked } from "@/lib/search/fuse";
import { normalised, wordsIn } from "@/lib/search/words";
import { inTenant } from "./scope";
import { numbersOf, prepareSearch, rankFor } from "./search";
import { isKnown, isNumbered, knownColumns, settled } from "./search-known";
import { read, type Transaction } from "./unit";

export type Suggestions = {
  skills: { slug: string; name: string; description: string }[];
  /** What the last word may become. */
  words: string[];
  people: { id: string; name: string }[];
};

const MOST_SKILLS = 6;
// Of those that come next, some may be as good, and some be gone.
const MOST_LIKELY = 20;
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
    // Sent together; a connection answers them one after the other.
    const [{ ranked }, words, people] = await Promise.all([
      rankFor(tx, ctx, prepared),
      findCompletions(tx, ctx, text),
      findPeople(tx, ctx, text.trim()),
    ]);
    return { skills: await findNamed(tx, ctx, ranked.slice(0, MOST_LIKELY)), words, people };
  });
}

/** The best that are still there, of equal ones those that are liked and used. */
async function findNamed(tx: Transaction, ctx: TenantContext, ranked: Ranked[]): Promise<Suggestions["skills"]> {
  if (ranked.length === 0) return [];
  const rows = await tx
    .select({ ...knownColumns(ctx, null), slug: skills.slug, name: skills.name, description: skills.description })
    .from(skillDocuments)
    .innerJoin(skills, isKnown(ctx))
    .where(inTenant(ctx, skillDocuments, isNumbered(numbersOf(ranked))));
  const byId = new Map(rows.map(({ id, slug, name, description }) => [id, { slug, name, description }]));
  return settled(ranked, rows, null)
    .slice(0, MOST_SKILLS)
    .flatMap(({ id }) => byId.get(id) ?? []);
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
