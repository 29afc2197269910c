import { desc, eq, gt, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { skills, users } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { asCounts, type Count } from "./browse-counts";
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

/** What a hall shows first, in two statements. */
export async function findFrontPage(ctx: TenantContext): Promise<FrontPage> {
  return read(ctx, async (tx) => ({ ...(await findShelves(tx, ctx)), ...(await countHall(tx, ctx)) }));
}

type Shelves = Pick<FrontPage, "mostUsed" | "topRated" | "newest">;

/** All three shelves' cards at once: each is the top of its own order within them. */
async function findShelves(tx: Transaction, ctx: TenantContext): Promise<Shelves> {
  const top = (column: AnyPgColumn, condition?: SQL) =>
    sql`${skills.id} in (${tx
      .select({ id: skills.id })
      .from(skills)
      .where(inTenant(ctx, skills, isListed, condition))
      .orderBy(desc(column), skills.id)
      .limit(SHELF)})`;
  const rows = await tx
    .select({ ...cardColumns, ratingScore: skills.ratingScore })
    .from(skills)
    .innerJoin(users, inTenant(ctx, users, eq(users.id, skills.authorId)))
    .where(
      inTenant(
        ctx,
        skills,
        isListed,
        or(
          top(skills.useCount, gt(skills.useCount, 0)),
          top(skills.ratingScore, gt(skills.ratingCount, 0)),
          top(skills.createdAt),
        ),
      ),
    )
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
  const [counts] = await tx.execute<{ categories: Count[] }>(sql`
    select (${asCounts(sql`select ${skills.category} as name, count(*)::int as count from ${skills}
      where ${inTenant(ctx, skills, isListed)} group by ${skills.category}`)}) as categories`);
  const categories = counts?.categories ?? [];
  return { categories, total: categories.reduce((sum, category) => sum + category.count, 0) };
}
