import { asc, desc, gte, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { searchQueries } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import type { ReportList, SearchReportInput } from "@/lib/inputs/search-report";
import { refuseBelowAdmin } from "./audit";
import { inTenant } from "./scope";
import { firstDay, periodsOf, type SearchBucket, type SearchDay, type SearchFigures } from "./search-periods";
import { makeCursor, readCursor } from "./skill-cursor";
import { read, type Transaction } from "./unit";

export const REPORT_PAGE_SIZE = 20;

/** One query and how often it was sought. Counts alone: no time, by which somebody could be told from the audit log. */
export type SoughtQuery = {
  query: string;
  searches: number;
  /** In the period before this one. */
  before: number;
  nothing: number;
  distant: number;
  opened: number;
};

export type SearchReport = {
  buckets: SearchBucket[];
  now: SearchFigures;
  before: SearchFigures;
  queries: SoughtQuery[];
  /** How many queries each list has. */
  counts: Record<ReportList, number>;
  next: string | null;
  previous: string | null;
};

const placeShape = z.strictObject({ way: z.enum(["after", "before"]), weight: z.number().int(), query: z.string() });
type Place = z.infer<typeof placeShape>;

// Sought less often than this, a rise is a person's afternoon.
const LEAST_RISING = 3;

/**
 * What this hall's people looked for, for its admins: three statements.
 * @param input.now the end of the period, for tests; the present unless told
 * @throws DomainError `forbidden`; `invalid` for a cursor of another hall, period or list
 */
export async function findSearchReport(
  ctx: MemberContext,
  input: SearchReportInput & { now?: Date },
): Promise<SearchReport> {
  refuseBelowAdmin(ctx);
  const { days, list, cursor, now = new Date() } = input;
  const start = cursor === null ? null : readCursor(ctx, listOf(input), cursor, placeShape);
  const span = { from: firstDay(now, days, 1), start: firstDay(now, days) };
  return read(ctx, async (tx) => {
    const [perDay, rows, counts] = await Promise.all([
      countDays(tx, ctx, span),
      findQueries(tx, ctx, span, list, start),
      countLists(tx, ctx, span),
    ]);
    return { ...periodsOf(perDay, days, now), counts, ...pageOf(ctx, input, start, rows) };
  });
}

/** UTC days: the first of the period before, and the first of this one. */
type Span = { from: string; start: string };

const utcDay = (day: string): SQL => sql`${day}::date::timestamp at time zone 'UTC'`;
const inSpan = (ctx: MemberContext, { from }: Span) =>
  inTenant(ctx, searchQueries, gte(searchQueries.askedAt, utcDay(from)));

const { askedAt, query, results, isClose, clickedPlace } = searchQueries;
const isNothing = sql`${results} = 0`;
const isDistant = sql`${results} > 0 and not ${isClose}`;

function countDays(tx: Transaction, ctx: MemberContext, span: Span): Promise<SearchDay[]> {
  const day = sql<string>`to_char(${askedAt} at time zone 'UTC', 'YYYY-MM-DD')`;
  return tx
    .select({
      day: day.as("day"),
      searches: sql<number>`count(*)::int`,
      nothing: sql<number>`(count(*) filter (where ${isNothing}))::int`,
      distant: sql<number>`(count(*) filter (where ${isDistant}))::int`,
      opened: sql<number>`count(${clickedPlace})::int`,
      reciprocal: sql<number>`coalesce(sum(1.0 / ${clickedPlace}), 0)::float8`,
    })
    .from(searchQueries)
    .where(inSpan(ctx, span))
    .groupBy(sql`day`);
}

/** What a group of one query's searches counts, and its weight in each list; a list holds what weighs more than nothing. */
function weigh({ start }: Span) {
  const isNow = sql`${askedAt} >= ${utcDay(start)}`;
  const counted = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`;
  const searches = counted(isNow);
  const before = counted(sql`not (${isNow})`);
  const nothing = counted(sql`${isNow} and ${isNothing}`);
  const distant = counted(sql`${isNow} and ${isDistant}`);
  const rising = sql<number>`(case when ${searches} >= ${LEAST_RISING} then ${searches} - ${before} else 0 end)`;
  const opened = counted(sql`${isNow} and ${clickedPlace} is not null`);
  return { searches, before, nothing, distant, opened, weights: { top: searches, rising, nothing, distant } };
}

async function findQueries(tx: Transaction, ctx: MemberContext, span: Span, list: ReportList, start: Place | null) {
  const { weights, ...counts } = weigh(span);
  const weight = weights[list];
  const isForward = start?.way !== "before";
  return tx
    .select({ query, ...counts, weight })
    .from(searchQueries)
    .where(inSpan(ctx, span))
    .groupBy(query)
    .having(sql`${weight} > 0 and ${start ? beyond(weight, start) : sql`true`}`)
    .orderBy(isForward ? desc(weight) : asc(weight), isForward ? asc(query) : desc(query))
    .limit(REPORT_PAGE_SIZE + 1);
}

function beyond(weight: SQL, { way, weight: at, query: after }: Place): SQL {
  return way === "after"
    ? sql`(${weight} < ${at} or (${weight} = ${at} and ${query} > ${after}))`
    : sql`(${weight} > ${at} or (${weight} = ${at} and ${query} < ${after}))`;
}

async function countLists(tx: Transaction, ctx: MemberContext, span: Span): Promise<Record<ReportList, number>> {
  const { top, rising, nothing, distant } = weigh(span).weights;
  const weighed = tx
    .select({
      top: top.as("top"),
      rising: rising.as("rising"),
      nothing: nothing.as("nothing"),
      distant: distant.as("distant"),
    })
    .from(searchQueries)
    .where(inSpan(ctx, span))
    .groupBy(query)
    .as("weighed");
  const heavier = (weight: SQL.Aliased<number>) => sql<number>`(count(*) filter (where ${weight} > 0))::int`;
  const [counts] = await tx
    .select({
      top: heavier(weighed.top),
      rising: heavier(weighed.rising),
      nothing: heavier(weighed.nothing),
      distant: heavier(weighed.distant),
    })
    .from(weighed);
  return counts ?? { top: 0, rising: 0, nothing: 0, distant: 0 };
}

const listOf = ({ days, list }: SearchReportInput) => ["searches", days, list];

function pageOf(
  ctx: MemberContext,
  input: SearchReportInput,
  start: Place | null,
  rows: (SoughtQuery & { weight: number })[],
): Pick<SearchReport, "queries" | "next" | "previous"> {
  const isForward = start?.way !== "before";
  const hasMore = rows.length > REPORT_PAGE_SIZE;
  const page = isForward ? rows.slice(0, REPORT_PAGE_SIZE) : rows.slice(0, REPORT_PAGE_SIZE).reverse();
  const cursorAt = (row: (typeof rows)[number] | undefined, way: Place["way"], isThere: boolean) =>
    row && isThere ? makeCursor(ctx, listOf(input), { way, weight: row.weight, query: row.query }) : null;
  return {
    queries: page.map(({ weight: _, ...counted }) => counted),
    next: cursorAt(page.at(-1), "after", isForward ? hasMore : true),
    previous: cursorAt(page[0], "before", isForward ? start !== null : hasMore),
  };
}
