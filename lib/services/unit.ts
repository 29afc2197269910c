import { AsyncLocalStorage } from "node:async_hooks";
import type { PostgresJsSession } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { database, type Transaction } from "@/db/client";
import { auditLogs } from "@/db/schema";
import type { AuditAction, Subject } from "@/lib/audit-action";
import type { MemberContext, TenantContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { atLeast, type Role } from "@/lib/roles";
import { inTime } from "./deadline";
import { databaseRefusal } from "./refusal";

export type { Transaction } from "@/db/client";

type Details = Record<string, unknown>;

type Said = { subject: Subject; before?: Details | null; after?: Details | null };

/** One row of the audit log. */
export type LogEntry = Said & { action: AuditAction };

/** What a write hands back: its row, and what the audit log shall say of it. What changes several things has a row for each. */
export type Change<Row> = { row: Row } & (Said | { entries: [LogEntry, ...LogEntry[]] } | { unchanged: true });

type Unit = { tenantId: string; tx: Transaction; writes: boolean; over: boolean };

const current = new AsyncLocalStorage<Unit>();

// A query made after the end would run on a connection that is back in the pool: without a role, or as another tenant.
function untilOver(unit: Unit): Transaction {
  return new Proxy(unit.tx, {
    get(tx, name) {
      if (unit.over) throw new Error("A query was made after its unit had ended. Await everything inside the unit.");
      return Reflect.get(tx, name);
    },
  });
}

/**
 * Opens a transaction as the restricted role with the tenant set. A unit inside a unit joins it, if it is the same tenant's.
 * What is only read is handed out before the commit, which then has nothing left to say.
 */
async function inUnit<T>(tenantId: string, writes: boolean, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const outer = current.getStore();
  // What a unit started and did not wait for still carries it, though its connection serves somebody else by then.
  if (outer && !outer.over) {
    if (outer.tenantId !== tenantId) throw new Error("A unit of one tenant was opened inside another tenant's.");
    if (writes && !outer.writes) throw new Error("A write was started inside a read.");
    return work(outer.tx);
  }
  return new Promise((resolve, reject) => {
    inTime(database())
      .transaction(async (tx) => {
        const entered = enter(tx, tenantId);
        // When the work fails first, nobody is left to hear that this failed too; unheard, it would end the process.
        entered.catch(() => {});
        const unit: Unit = { tenantId, tx, writes, over: false };
        unit.tx = untilOver(unit);
        try {
          const result = await current.run(unit, () => work(unit.tx));
          await entered;
          if (!writes) resolve(result);
          return result;
        } finally {
          unit.over = true;
        }
      })
      .then(resolve, (error) => reject(databaseRefusal(error) ?? error));
  });
}

const ENTER = "select set_config('role', 'guildhall_app', true), set_config('app.tenant_id', $1, true)";

/**
 * Local to the transaction: a pooled connection carries neither the role nor the tenant to whoever has it next. Nobody waits
 * for the answer, which would be a round trip: a connection's queries go out in the order in which they are executed, and
 * should this one fail, the transaction has failed and refuses all that follow it.
 */
function enter(tx: Transaction, tenantId: string): Promise<unknown> {
  // Asked of the driver itself: a query of Drizzle's is executed only some turns later, and another one might be sooner.
  const { client } = tx._.session as PostgresJsSession<postgres.Sql, never, never>;
  return client.unsafe(ENTER, [tenantId]).execute();
}

/**
 * The door for reading. Everything inside runs in one transaction under row-level security.
 * @throws DomainError `unavailable` when the database cannot be reached
 */
export function read<T>(ctx: Pick<TenantContext, "tenantId">, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inUnit(ctx.tenantId, false, work);
}

/**
 * The door for what is only counted, without anybody's name: what was looked for, and which result was opened. Nobody's role
 * is asked and nothing is told to the audit log, which says who did what; docs/decisions/search-log.md says why. Whatever a
 * person does to something goes through `mutate`: lib/architecture.test.ts holds who comes in here.
 * @throws DomainError `unavailable` when the database cannot be reached
 */
export function tally<T>(ctx: Pick<TenantContext, "tenantId">, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inUnit(ctx.tenantId, true, work);
}

/**
 * The door for writing. Checks the role, runs the work, and adds its audit row last in the same transaction, since that
 * row's lock orders the tenant's whole log and is held until commit. A write that says nothing to the log does not
 * compile; one that changed nothing says `unchanged`.
 * @throws DomainError `forbidden` below the role; `unavailable` when the database cannot be reached
 */
export async function mutate<Row>(
  ctx: MemberContext,
  policy: { action: AuditAction; role: Role },
  work: (tx: Transaction) => Promise<Change<Row>>,
): Promise<Row> {
  if (!atLeast(ctx.member.role, policy.role)) {
    throw new DomainError(
      "forbidden",
      `Only ${policy.role === "admin" ? "an admin" : `a ${policy.role}`} can do this.`,
    );
  }
  return inUnit(ctx.tenantId, true, async (tx) => {
    const change = await work(tx);
    if ("unchanged" in change) return change.row;
    const entries = "entries" in change ? change.entries : [{ ...change, action: policy.action }];
    // The log numbers them in their order.
    await tx.insert(auditLogs).values(entries.map((entry) => logRow(ctx, entry)));
    return change.row;
  });
}

function logRow(ctx: MemberContext, { action, subject, before, after }: LogEntry): typeof auditLogs.$inferInsert {
  return {
    tenantId: ctx.tenantId,
    actorId: ctx.member.id,
    actorName: ctx.member.name,
    action,
    subjectType: subject.type,
    subjectId: subject.id,
    subjectName: subject.name,
    before: before ?? null,
    after: after ?? null,
    address: ctx.address,
    userAgent: ctx.userAgent?.slice(0, 400),
  };
}

/**
 * The door for writing down what follows from other rows and could be made from them again: nobody has decided it, so the log
 * does not hear of it. Never for anything that a person does.
 * @throws DomainError `unavailable` when the database cannot be reached
 */
export function derive<T>(ctx: Pick<TenantContext, "tenantId">, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inUnit(ctx.tenantId, true, work);
}
