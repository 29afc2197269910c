import { desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { ratings, users } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { inTenant } from "./scope";
import { makeCursor, readCursor } from "./skill-cursor";
import type { SkillPage, SkillPageInput, SkillRating } from "./skill-page";
import type { Transaction } from "./unit";

const RATINGS_A_PAGE = 10;

const placeShape = z.strictObject({ at: z.string().max(60), id: z.uuid() });
const listOf = (skillId: string) => ["ratings", skillId];

type Opinions = Pick<SkillPage, "ratings" | "stars" | "minutesSavedMean" | "myRating">;

/** What people think of one skill: two statements. */
export async function findOpinions(
  tx: Transaction,
  ctx: TenantContext,
  input: SkillPageInput,
  skillId: string,
): Promise<Opinions> {
  const [rows, counts] = await Promise.all([
    findRatings(tx, ctx, input, skillId),
    countRatings(tx, ctx, input.viewerId, skillId),
  ]);
  const page = rows.slice(0, RATINGS_A_PAGE);
  const last = page.at(-1);
  const hasMore = rows.length > RATINGS_A_PAGE && last !== undefined;
  return {
    ratings: {
      rows: page.map(({ key, ...rating }) => rating),
      next: hasMore ? makeCursor(ctx, listOf(skillId), { at: last.key, id: last.id }) : null,
    },
    ...counts,
  };
}

/** The newest first, one more than a page. */
async function findRatings(
  tx: Transaction,
  ctx: TenantContext,
  { ratingsCursor }: SkillPageInput,
  skillId: string,
): Promise<(SkillRating & { key: string })[]> {
  const start = ratingsCursor ? readCursor(ctx, listOf(skillId), ratingsCursor, placeShape) : null;
  const older = start
    ? sql`${ratings.updatedAt} <= ${start.at}::timestamptz and (${ratings.updatedAt} < ${start.at}::timestamptz or ${ratings.id} > ${start.id}::uuid)`
    : undefined;
  return tx
    .select({
      id: ratings.id,
      stars: ratings.stars,
      comment: ratings.comment,
      minutesSaved: ratings.minutesSaved,
      updatedAt: ratings.updatedAt,
      by: { id: users.id, name: users.name },
      key: sql<string>`${ratings.updatedAt}::text`,
    })
    .from(ratings)
    .innerJoin(users, inTenant(ctx, users, eq(users.id, ratings.userId)))
    .where(inTenant(ctx, ratings, eq(ratings.skillId, skillId), older))
    .orderBy(desc(ratings.updatedAt), ratings.id)
    .limit(RATINGS_A_PAGE + 1);
}

async function countRatings(
  tx: Transaction,
  ctx: TenantContext,
  viewerId: string | null,
  skillId: string,
): Promise<Omit<Opinions, "ratings">> {
  const given = (stars: number) => sql<number>`count(*) filter (where ${ratings.stars} = ${stars})::int`;
  const isMine = viewerId ? eq(ratings.userId, viewerId) : sql`false`;
  const [row] = await tx
    .select({
      one: given(1),
      two: given(2),
      three: given(3),
      four: given(4),
      five: given(5),
      minutesSavedMean: sql<number | null>`avg(${ratings.minutesSaved})::float8`,
      myRating: sql<
        SkillPage["myRating"]
      >`(json_agg(json_build_object('stars', ${ratings.stars}, 'comment', ${ratings.comment},
        'minutesSaved', ${ratings.minutesSaved})) filter (where ${isMine})) -> 0`,
    })
    .from(ratings)
    .where(inTenant(ctx, ratings, eq(ratings.skillId, skillId)));
  if (!row) throw new Error("A count came back empty.");
  const { one, two, three, four, five, ...rest } = row;
  return { stars: [one, two, three, four, five], ...rest };
}
