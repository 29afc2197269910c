import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { skillRequests, skillRequestVotes, skills, users } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import type { RequestState } from "@/lib/inputs/request";
import { inTenant } from "./scope";
import { makeCursor, readCursor } from "./skill-cursor";
import { isListed } from "./skill-visibility";
import { read, type Transaction } from "./unit";

export const REQUEST_PAGE_SIZE = 20;

/** A skill that somebody would like there to be, as one viewer sees it. */
export type SkillRequest = {
  id: string;
  title: string;
  detail: string;
  createdAt: Date;
  /** Null while it is open. */
  closedAt: Date | null;
  author: { id: string; name: string };
  votes: number;
  /** The viewer has voted for it. */
  isMine: boolean;
  /** What answers it, while that is listed. */
  skill: { slug: string; name: string } | null;
};

export type RequestPage = {
  requests: SkillRequest[];
  counts: Record<RequestState, number>;
  next: string | null;
  previous: string | null;
};

const placeShape = z.strictObject({
  way: z.enum(["after", "before"]),
  votes: z.number().int(),
  at: z.string().max(40),
  id: z.uuid(),
});
type Place = z.infer<typeof placeShape>;

/**
 * One page of the hall's requests in two statements: open ones by votes, the newest of equals first; closed ones by when.
 * @throws DomainError `invalid` for a cursor of another hall or the other list
 */
export async function listRequests(
  ctx: TenantContext,
  input: { state: RequestState; viewerId: string; cursor: string | null },
): Promise<RequestPage> {
  const start = input.cursor === null ? null : readCursor(ctx, listOf(input), input.cursor, placeShape);
  return read(ctx, async (tx) => {
    const [rows, counts] = await Promise.all([findRows(tx, ctx, input, start), countStates(tx, ctx)]);
    return { counts, ...pageOf(ctx, input, start, rows) };
  });
}

/** One request; null when this hall has none of that id. One statement. */
export async function findRequest(
  ctx: TenantContext,
  input: { id: string; viewerId: string },
): Promise<SkillRequest | null> {
  if (!z.uuid().safeParse(input.id).success) return null;
  const [row] = await read(ctx, (tx) =>
    selectRequests(tx, ctx, input.viewerId).where(inTenant(ctx, skillRequests, eq(skillRequests.id, input.id))),
  );
  return row ? requestOf(row) : null;
}

const stateOf: Record<RequestState, SQL> = {
  open: isNull(skillRequests.closedAt),
  closed: isNotNull(skillRequests.closedAt),
};

/** When it was asked for or, of a closed one, when that was; as text, since a Date would lose its microseconds. */
const moment = sql`coalesce(${skillRequests.closedAt}, ${skillRequests.createdAt})`;

export const votesOf = (ctx: Pick<TenantContext, "tenantId">): SQL<number> =>
  sql<number>`(select count(*)::int from ${skillRequestVotes} where ${inTenant(ctx, skillRequestVotes, eq(skillRequestVotes.requestId, skillRequests.id))})`;

function selectRequests(tx: Transaction, ctx: TenantContext, viewerId: string) {
  const own = inTenant(
    ctx,
    skillRequestVotes,
    eq(skillRequestVotes.requestId, skillRequests.id),
    eq(skillRequestVotes.userId, viewerId),
  );
  return tx
    .select({
      id: skillRequests.id,
      title: skillRequests.title,
      detail: skillRequests.detail,
      createdAt: skillRequests.createdAt,
      closedAt: skillRequests.closedAt,
      author: { id: users.id, name: users.name },
      votes: votesOf(ctx),
      isMine: sql<boolean>`exists (select 1 from ${skillRequestVotes} where ${own})`,
      skill: { slug: skills.slug, name: skills.name },
      at: sql<string>`${moment}::text`,
    })
    .from(skillRequests)
    .innerJoin(users, inTenant(ctx, users, eq(users.id, skillRequests.authorId)))
    .leftJoin(skills, inTenant(ctx, skills, eq(skills.id, skillRequests.skillId), isListed))
    .$dynamic();
}

type Row = SkillRequest & { at: string };

const requestOf = ({ at: _, ...request }: Row): SkillRequest => request;

async function findRows(
  tx: Transaction,
  ctx: TenantContext,
  { state, viewerId }: { state: RequestState; viewerId: string },
  start: Place | null,
): Promise<Row[]> {
  const keys = [...(state === "open" ? [votesOf(ctx)] : []), moment, sql`${skillRequests.id}`];
  const isForward = start?.way !== "before";
  return selectRequests(tx, ctx, viewerId)
    .where(inTenant(ctx, skillRequests, and(stateOf[state], start ? beyond(keys, state, start) : undefined)))
    .orderBy(...keys.map(isForward ? desc : asc))
    .limit(REQUEST_PAGE_SIZE + 1);
}

function beyond(keys: SQL[], state: RequestState, { way, votes, at, id }: Place): SQL {
  const row = sql.join(keys, sql`, `);
  const place = [...(state === "open" ? [sql`${votes}::int`] : []), sql`${at}::timestamptz`, sql`${id}::uuid`];
  const there = sql.join(place, sql`, `);
  return way === "after" ? sql`(${row}) < (${there})` : sql`(${row}) > (${there})`;
}

async function countStates(tx: Transaction, ctx: TenantContext): Promise<Record<RequestState, number>> {
  const [counts] = await tx
    .select({
      open: sql<number>`(count(*) filter (where ${stateOf.open}))::int`,
      closed: sql<number>`(count(*) filter (where ${stateOf.closed}))::int`,
    })
    .from(skillRequests)
    .where(inTenant(ctx, skillRequests));
  return counts ?? { open: 0, closed: 0 };
}

const listOf = ({ state }: { state: RequestState }) => ["requests", state];

function pageOf(
  ctx: TenantContext,
  input: { state: RequestState },
  start: Place | null,
  rows: Row[],
): Pick<RequestPage, "requests" | "next" | "previous"> {
  const isForward = start?.way !== "before";
  const hasMore = rows.length > REQUEST_PAGE_SIZE;
  const page = isForward ? rows.slice(0, REQUEST_PAGE_SIZE) : rows.slice(0, REQUEST_PAGE_SIZE).reverse();
  const cursorAt = (row: Row | undefined, way: Place["way"], isThere: boolean) =>
    row && isThere ? makeCursor(ctx, listOf(input), { way, votes: row.votes, at: row.at, id: row.id }) : null;
  return {
    requests: page.map(requestOf),
    next: cursorAt(page.at(-1), "after", isForward ? hasMore : true),
    previous: cursorAt(page[0], "before", isForward ? start !== null : hasMore),
  };
}
