import { and, asc, desc, eq, gt, gte, ilike, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { auditLogs } from "@/db/schema";
import type { AuditAction, SubjectType } from "@/lib/audit-action";
import type { MemberContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import type { AuditInput } from "@/lib/inputs/audit";
import { type AuditActor, listActors } from "./audit-actors";
import { inTenant } from "./scope";
import { makeCursor, readCursor } from "./skill-cursor";
import { read } from "./unit";

export const AUDIT_PAGE_SIZE = 30;

export type AuditEntry = {
  seq: number;
  at: Date;
  actorName: string;
  action: AuditAction;
  subject: { type: SubjectType; id: string; name: string };
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  address: string | null;
};

/** An entry with all that the log keeps of it. `hash` is hexadecimal. */
export type WholeAuditEntry = AuditEntry & { userAgent: string | null; hash: string };

export type AuditPage = {
  entries: AuditEntry[];
  next: string | null;
  previous: string | null;
  /** Null when too many people are in the log to choose from a list. */
  actors: AuditActor[] | null;
};

type Filters = Omit<AuditInput, "cursor">;

const placeShape = z.strictObject({ way: z.enum(["after", "before"]), seq: z.number().int().positive() });
type Place = z.infer<typeof placeShape>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The log is for admins alone, whatever page asks for it. @throws DomainError `forbidden` */
export function refuseBelowAdmin(ctx: MemberContext): void {
  if (ctx.member.role !== "admin") throw new DomainError("forbidden", "Only an admin can do this.");
}

/**
 * One page of the hall's log, newest first, and who is in it. Two statements.
 * @throws DomainError `forbidden`; `invalid` for a cursor of another hall or other filters
 */
export async function listAudit(ctx: MemberContext, input: AuditInput): Promise<AuditPage> {
  refuseBelowAdmin(ctx);
  const { cursor, ...filters } = input;
  const start = cursor === null ? null : readCursor(ctx, listOf(filters), cursor, placeShape);
  return read(ctx, async (tx) => {
    const rows = await tx
      .select(entryColumns)
      .from(auditLogs)
      .where(inTenant(ctx, auditLogs, matches(filters), start ? beyond(start) : undefined))
      .orderBy(start?.way === "before" ? asc(auditLogs.seq) : desc(auditLogs.seq))
      .limit(AUDIT_PAGE_SIZE + 1);
    return { ...pageOf(ctx, filters, start, rows), actors: await listActors(tx, ctx) };
  });
}

/** One entry by its number, with its hash and the browser it came from; null when there is none. */
export async function findAuditEntry(ctx: MemberContext, seq: number): Promise<WholeAuditEntry | null> {
  refuseBelowAdmin(ctx);
  const [row] = await read(ctx, (tx) =>
    tx
      .select({ ...entryColumns, userAgent: auditLogs.userAgent, hash: sql<string>`encode(${auditLogs.hash}, 'hex')` })
      .from(auditLogs)
      .where(inTenant(ctx, auditLogs, eq(auditLogs.seq, seq))),
  );
  return row ?? null;
}

const entryColumns = {
  seq: auditLogs.seq,
  at: auditLogs.at,
  actorName: auditLogs.actorName,
  // Written by `mutate` alone, which takes nothing else.
  action: sql<AuditAction>`${auditLogs.action}`,
  subject: {
    type: sql<SubjectType>`${auditLogs.subjectType}`,
    id: auditLogs.subjectId,
    name: auditLogs.subjectName,
  },
  before: auditLogs.before,
  after: auditLogs.after,
  address: auditLogs.address,
};

const listOf = (filters: Filters) => ["audit", filters];

const beyond = ({ way, seq }: Place): SQL => (way === "after" ? lt(auditLogs.seq, seq) : gt(auditLogs.seq, seq));

function matches({ actor, action, type, subject, from, to }: Filters): SQL | undefined {
  return and(
    actor
      ? UUID.test(actor)
        ? eq(auditLogs.actorId, actor)
        : ilike(auditLogs.actorName, containing(actor))
      : undefined,
    action ? eq(auditLogs.action, action) : undefined,
    type ? eq(auditLogs.subjectType, type) : undefined,
    subject ? or(eq(auditLogs.subjectId, subject), ilike(auditLogs.subjectName, containing(subject))) : undefined,
    from ? gte(auditLogs.at, sql`${from}::date::timestamp at time zone 'UTC'`) : undefined,
    to ? lt(auditLogs.at, sql`(${to}::date + 1)::timestamp at time zone 'UTC'`) : undefined,
  );
}

const containing = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

function pageOf(
  ctx: MemberContext,
  filters: Filters,
  start: Place | null,
  rows: AuditEntry[],
): Omit<AuditPage, "actors"> {
  const isForward = start?.way !== "before";
  const hasMore = rows.length > AUDIT_PAGE_SIZE;
  const page = rows.slice(0, AUDIT_PAGE_SIZE);
  const entries = isForward ? page : page.reverse();
  const cursorAt = (entry: AuditEntry | undefined, way: Place["way"], isThere: boolean) =>
    entry && isThere ? makeCursor(ctx, listOf(filters), { way, seq: entry.seq }) : null;
  return {
    entries,
    next: cursorAt(entries.at(-1), "after", isForward ? hasMore : true),
    previous: cursorAt(entries[0], "before", isForward ? start !== null : hasMore),
  };
}
