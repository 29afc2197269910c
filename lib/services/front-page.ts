import { desc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, unionAll } from "drizzle-orm/pg-core";
import { skills, users } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { asCounts, type Count } from "./browse-counts";
import { sinceLastWrite } from "./log-memory";
import { inTenant } from "./scope";
import { cardColumns, type SkillCard, toCard } from "./skill-card";
import { isListed } from "./skill-visibility";
import { read, type Transaction } from "./unit";

const SHELF = 6;

export type FrontPage = {
  total: number;
  /** Six each; a skill that nobody used or rated stands on neither of the first two. */
  mostUsed: SkillCard[];
  topRated: SkillCard[];
  newest: SkillCard[];
  categories: Count[];
};

/** What a hall shows first, in two statements; three when something was written since the last time. */
export async function findFrontPage(ctx: TenantContext): Promise<FrontPage> {
  return read(ctx, async (tx) => {
    const [shelves, counts] = await Promise.all([findShelves(tx, ctx), countHall(tx, ctx)]);
    return { ...shelves, ...counts };
  });
}

type Shelves = Pick<FrontPage, "mostUsed" | "topRated" | "newest">;

/** All three shelves' cards at once: each is the top of its own order within them. */
async function findShelves(tx: Transaction, ctx: TenantContext): Promise<Shelves> {
  const top = (column: AnyPgColumn, condition?: SQL) =>
    tx
      .select({ id: skills.id })
      .from(skills)
      .where(inTenant(ctx, skills, isListed, condition))
      .orderBy(desc(column), skills.id)
      .limit(SHELF);
  // As one list of ids, and not three conditions, it is looked up by key; else every skill would be held against them.
  const onAShelf = unionAll(
    top(skills.useCount, gt(skills.useCount, 0)),
    top(skills.ratingScore, gt(skills.ratingCount, 0)),
    top(skills.createdAt),
  );
  const rows = await tx
    .select({ ...cardColumns, ratingScore: skills.ratingScore })
    .from(skills)
    .innerJoin(users, inTenant(ctx, users, eq(users.id, skills.authorId)))
    .where(inTenant(ctx, skills, isListed, inArray(skills.id, onAShelf)))
    .orderBy(skills.id);
  const shelf = (keyOf: (row: (typeof rows)[number]) => number, isOn: (row: (typeof rows)[number]) => boolean) =>
    rows
      .filter(isOn)
      .sort((a, b) => keyOf(b) - keyOf(a))
      .slice(0, SHELF)
      .map(({ ratingScore, ...row }) => toCard(row));
  return {
    mostUsed: shelf(
      (row) => row.useCount,
      (row) => row.useCount > 0,
    ),
    topRated: shelf(
      (row) => row.ratingScore,
      (row) => row.ratingCount > 0,
    ),
    newest: shelf(
      (row) => row.createdAt.getTime(),
      () => true,
    ),
  };
}

async function countHall(tx: Transaction, ctx: TenantContext): Promise<Pick<FrontPage, "total" | "categories">> {
  const categories = await sinceLastWrite(tx, ctx, "front page", () => countCategories(tx, ctx));
  return { categories, total: categories.reduce((sum, category) => sum + category.count, 0) };
}

async function countCategories(tx: Transaction, ctx: TenantContext): Promise<Count[]> {
  const [counts] = await tx.execute<{ categories: Count[] }>(sql`
    select (${asCounts(sql`select ${skills.category} as name, count(*)::int as count from ${skills}
      where ${inTenant(ctx, skills, isListed)} group by ${skills.category}`)}) as categories`);
  return counts?.categories ?? [];
}
