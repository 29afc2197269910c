import { sql } from "drizzle-orm";
import { auditHeads, auditLogs } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { refuseBelowAdmin } from "./audit";
import { patiently } from "./deadline";
import { inTenant } from "./scope";
import { read } from "./unit";

// A walk takes one to three seconds per 100,000 rows: a long log needs longer than any statement of a page may.
const MOST_MILLISECONDS = 120_000;

export type AuditCheck = {
  ok: boolean;
  rows: number;
  headSeq: number;
  /** Hexadecimal: the hash of the last row. Who keeps it elsewhere can prove later that nothing before it was changed. */
  headHash: string;
  /** The number of the first row that was changed, is missing or does not belong; null when all rows fit. */
  firstBroken: number | null;
  /** Milliseconds that the walk took. */
  ms: number;
};

/**
 * Walks the hall's whole chain, all of it as it stood at one moment: rows that are written meanwhile are left to the next walk.
 * @throws DomainError `forbidden`; `unavailable` when it takes more than two minutes
 */
export async function verifyAudit(ctx: MemberContext): Promise<AuditCheck> {
  refuseBelowAdmin(ctx);
  const started = performance.now();
  const found = await patiently(MOST_MILLISECONDS, () => walk(ctx));
  const firstBroken = found?.broken == null ? null : Number(found.broken);
  return {
    ok: firstBroken === null,
    rows: found?.rows ?? 0,
    headSeq: Number(found?.seq ?? 0),
    headHash: found?.hash ?? "",
    firstBroken,
    ms: Math.round(performance.now() - started),
  };
}

function walk(ctx: MemberContext) {
  return read(ctx, async (tx) => {
    await tx.execute(sql`select set_config('statement_timeout', ${String(MOST_MILLISECONDS)}, true)`);
    // One statement, and so one moment: the head must be the head of the very rows that were walked.
    const [row] = await tx.execute<{
      broken: string | null;
      rows: number;
      seq: string | null;
      hash: string | null;
    }>(sql`
      select guildhall.first_broken_audit_row(${ctx.tenantId}) as broken,
        (select count(*)::int from ${auditLogs} where ${inTenant(ctx, auditLogs)}) as rows,
        (select seq from ${auditHeads} where ${inTenant(ctx, auditHeads)}) as seq,
        (select encode(hash, 'hex') from ${auditHeads} where ${inTenant(ctx, auditHeads)}) as hash`);
    return row;
  });
}
