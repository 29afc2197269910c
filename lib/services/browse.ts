import { eq, type SQL, sql } from "drizzle-orm";
import { skillDocuments, skills, users } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import type { BrowseInput } from "@/lib/inputs/browse";
import { type BrowseCounts, countFound, countSkills, NOTHING_COUNTED } from "./browse-counts";
import { chosen, filtered, foundIn } from "./browse-filter";
import { beyond, listOf, orderBy, orderOf, type Place, placeIn, placeShape, traceOf } from "./browse-order";
import { inTenant } from "./scope";
import { numbersOf, type PreparedSearch, prepareSearch, rankFor, type Said } from "./search";
import { type FoundCard, shownAs } from "./search-card";
import { type Found, settled } from "./search-known";
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
  skills: FoundCard[];
  next: string | null;
  previous: string | null;
  /** What is to be said of a search as a whole; null when nothing was sought. */
  search: Said | null;
};

/**
 * One page of the hall's listed skills, with what the filters beside it count. Three statements at most.
 * @throws DomainError `invalid` for a cursor of another hall, filter or order
 */
export async function browseSkills(ctx: TenantContext, input: BrowseInput): Promise<BrowsePage> {
  const start = input.cursor === null ? null : readCursor(ctx, listOf(input), input.cursor, placeShape);
  const prepared = input.q === "" ? null : await prepareSearch(ctx, input.q);
  return read(ctx, (tx) => (prepared ? findPage(tx, ctx, input, start, prepared) : listPage(tx, ctx, input, start)));
}

async function listPage(
  tx: Transaction,
  ctx: TenantContext,
  input: BrowseInput,
  start: Place | null,
): Promise<BrowsePage> {
  // Sent together; a connection answers them one after the other.
  const [rows, counts] = await Promise.all([findRows(tx, ctx, input, null, start), countSkills(tx, ctx, input)]);
  return { ...counts, ...pageOf(ctx, input, null, start, rows), search: null };
}

async function findPage(
  tx: Transaction,
  ctx: TenantContext,
  input: BrowseInput,
  start: Place | null,
  prepared: PreparedSearch,
): Promise<BrowsePage> {
  const { ranked, weighing, ...search } = await rankFor(tx, ctx, prepared);
  const { known, ...counts } = await countFound(tx, ctx, input, numbersOf(ranked), weighing);
  const found = settled(ranked, known, weighing);
  if (found.length === 0) return { ...NOTHING_COUNTED, skills: [], next: null, previous: null, search };
  const rows = await findRows(tx, ctx, input, found, start);
  return { ...counts, ...pageOf(ctx, input, found, start, rows), search };
}

type Row = { card: SkillCard; key: string; text: string | null };

/** Up to one row more than a page, in the order of the way: backwards for a page that ends at a place. */
async function findRows(
  tx: Transaction,
  ctx: TenantContext,
  input: BrowseInput,
  ranking: Found[] | null,
  start: Place | null,
): Promise<Row[]> {
  const order = orderOf(input.sort);
  const place = start && input.sort === "relevance" ? placeIn(ranking ?? [], start) : start;
  const selected = tx
    .select({
      ...cardColumns,
      key: sql<string>`${order.key}::text`,
      // For showing where the words stand; a list that nobody searched has no use for it.
      text: ranking ? skillDocuments.text : sql<string | null>`null`,
    })
    .from(skills)
    .innerJoin(users, inTenant(ctx, users, eq(users.id, skills.authorId)))
    .$dynamic();
  const found = ranking && foundIn(ranking);
  const joined = found
    ? selected
        .innerJoin(found.table as SQL, found.on)
        .leftJoin(skillDocuments, inTenant(ctx, skillDocuments, eq(skillDocuments.skillId, skills.id)))
    : selected;
  const rows = await joined
    .where(filtered(ctx, input, ...Object.values(chosen(input)), beyond(order, place)))
    .orderBy(...orderBy(order, start?.way ?? "after"))
    .limit(sizeOf(input) + 1);
  return rows.map(({ key, text, ...row }) => ({ card: toCard(row), key, text }));
}

function pageOf(
  ctx: TenantContext,
  input: BrowseInput,
  ranking: Found[] | null,
  start: Place | null,
  rows: Row[],
): Pick<BrowsePage, "next" | "previous"> & { skills: FoundCard[] } {
  const isForward = start?.way !== "before";
  const hasMore = rows.length > sizeOf(input);
  const page = isForward ? rows.slice(0, sizeOf(input)) : rows.slice(0, sizeOf(input)).reverse();
  const cursorAt = (row: Row | undefined, way: Place["way"], isThere: boolean) =>
    row && isThere ? makeCursor(ctx, listOf(input), { way, key: keyOf(row, input, ranking), id: row.card.id }) : null;
  return {
    skills: page.map(({ card, text }) => shownAs(card, ranking, text)),
    next: cursorAt(page.at(-1), "after", isForward ? hasMore : true),
    previous: cursorAt(page[0], "before", isForward ? start !== null : hasMore),
  };
}

/** A ranking's places move, so its cursors keep who stands there and before. */
function keyOf(row: Row, input: BrowseInput, ranking: Found[] | null): string {
  return input.sort === "relevance" && ranking ? traceOf(ranking, Number(row.key)) : row.key;
}
