import { eq, type SQL, sql } from "drizzle-orm";
import { skills, users } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import type { BrowseInput } from "@/lib/inputs/browse";
import { type BrowseCounts, countSkills, NOTHING_COUNTED } from "./browse-counts";
import { chosen, filtered, foundIn } from "./browse-filter";
import { beyond, listOf, orderBy, orderOf, type Place, placeIn, placeShape } from "./browse-order";
import { inTenant } from "./scope";
import { explainCards, type FoundBy, type Match, type SearchNotes, searchNotes, searchSkills } from "./search";
import { cardColumns, type SkillCard, toCard } from "./skill-card";
import { makeCursor, readCursor } from "./skill-cursor";
import { read, type Transaction } from "./unit";

export type { Count } from "./browse-counts";

// Whole rows of two or three cards, in a page of less than 60 KB.
export const PAGE_SIZE = 18;
// A result shows more of itself than a card, in as small a page.
export const RESULTS_A_PAGE = 10;

const sizeOf = ({ q }: BrowseInput): number => (q === "" ? PAGE_SIZE : RESULTS_A_PAGE);

export type BrowsePage = BrowseCounts & {
  skills: (SkillCard & { found: FoundBy | null })[];
  next: string | null;
  previous: string | null;
  /** What the search has to say of itself; null where nothing was sought. */
  search: SearchNotes | null;
};

/**
 * One page of the hall's listed skills, with what the filters beside it count. Three statements at most.
 * @throws DomainError `invalid` for a cursor of another hall, filter or order
 */
export async function browseSkills(ctx: TenantContext, input: BrowseInput): Promise<BrowsePage> {
  const start = input.cursor === null ? null : readCursor(ctx, listOf(input), input.cursor, placeShape);
  return read(ctx, async (tx) => {
    const ranking = input.q === "" ? null : await searchSkills(ctx, input.q);
    const search = ranking && searchNotes(input.q, ranking);
    if (ranking?.length === 0) return { ...NOTHING_COUNTED, skills: [], next: null, previous: null, search };
    // Sent together; a connection answers them one after the other.
    const [rows, counts] = await Promise.all([
      findRows(tx, ctx, input, ranking, start),
      countSkills(tx, ctx, input, ranking),
    ]);
    const page = pageOf(ctx, input, ranking, start, rows);
    if (!ranking) return { ...counts, ...page, skills: page.skills.map((card) => ({ ...card, found: null })), search };
    return { ...counts, ...page, skills: await explainCards(tx, ctx, input.q, page.skills), search };
  });
}

type Row = { card: SkillCard; key: string };

/** Up to one row more than a page, in the order of the way: backwards for a page that ends at a place. */
async function findRows(
  tx: Transaction,
  ctx: TenantContext,
  input: BrowseInput,
  ranking: Match[] | null,
  start: Place | null,
): Promise<Row[]> {
  const order = orderOf(input.sort);
  const place = start && input.sort === "relevance" ? placeIn(ranking ?? [], start) : start;
  const selected = tx
    .select({ ...cardColumns, key: sql<string>`${order.key}::text` })
    .from(skills)
    .innerJoin(users, inTenant(ctx, users, eq(users.id, skills.authorId)))
    .$dynamic();
  const found = ranking && foundIn(ranking);
  const joined = found ? selected.innerJoin(found.table as SQL, found.on) : selected;
  const rows = await joined
    .where(filtered(ctx, input, ...Object.values(chosen(input)), beyond(order, place)))
    .orderBy(...orderBy(order, start?.way ?? "after"))
    .limit(sizeOf(input) + 1);
  return rows.map(({ key, ...row }) => ({ card: toCard(row), key }));
}

function pageOf(
  ctx: TenantContext,
  input: BrowseInput,
  ranking: Match[] | null,
  start: Place | null,
  rows: Row[],
): Pick<BrowsePage, "next" | "previous"> & { skills: SkillCard[] } {
  const isForward = start?.way !== "before";
  const hasMore = rows.length > sizeOf(input);
  const page = isForward ? rows.slice(0, sizeOf(input)) : rows.slice(0, sizeOf(input)).reverse();
  const cursorAt = (row: Row | undefined, way: Place["way"], isThere: boolean) =>
    row && isThere ? makeCursor(ctx, listOf(input), { way, key: keyOf(row, input, ranking), id: row.card.id }) : null;
  return {
    skills: page.map((row) => row.card),
    next: cursorAt(page.at(-1), "after", isForward ? hasMore : true),
    previous: cursorAt(page[0], "before", isForward ? start !== null : hasMore),
  };
}

/** A ranking's places move, so its cursors keep the score instead. */
function keyOf(row: Row, input: BrowseInput, ranking: Match[] | null): string {
  return input.sort === "relevance" ? String(ranking?.[Number(row.key) - 1]?.score) : row.key;
}
