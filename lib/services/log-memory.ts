import { auditHeads } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { inTenant } from "./scope";
import type { Transaction } from "./unit";

type Remembered = { seq: number; answers: Map<string, unknown> };

const MOST_TENANTS = 200;
const MOST_ANSWERS = 60;

const shared = globalThis as typeof globalThis & { guildhallLogMemory?: Map<string, Remembered> };

/**
 * What `find` answered when it was last asked for `key` in this hall, unless something has been written here since. Every
 * write that matters adds to the hall's log in its own transaction, so the log's length says whether an answer still
 * holds: nothing expires, nothing is told to forget, and all processes agree. One statement, and `find`'s when it is asked.
 *
 * Only for reading units, and for answers made of what the log knows about: uses are counted without it.
 */
export async function sinceLastWrite<Answer>(
  tx: Transaction,
  ctx: TenantContext,
  key: string,
  find: () => Promise<Answer>,
): Promise<Answer> {
  // Read before the answer is: a write between the two makes the answer newer than it claims to be, never older.
  const [head] = await tx.select({ seq: auditHeads.seq }).from(auditHeads).where(inTenant(ctx, auditHeads));
  const { answers } = memoryOf(ctx.tenantId, head?.seq ?? 0);
  if (answers.has(key)) return answers.get(key) as Answer;
  const answer = await find();
  keep(answers, key, answer, MOST_ANSWERS);
  return answer;
}

/** This tenant's answers as of that place in its log; those of another place are dropped. */
function memoryOf(tenantId: string, seq: number): Remembered {
  shared.guildhallLogMemory ??= new Map();
  const known = shared.guildhallLogMemory.get(tenantId);
  if (known?.seq === seq) return known;
  const empty = { seq, answers: new Map() };
  // A reader that was slow must not throw away what a later one knows.
  if (!known || known.seq < seq) keep(shared.guildhallLogMemory, tenantId, empty, MOST_TENANTS);
  return empty;
}

/** Adds an entry as the newest, and drops the oldest beyond the limit. */
function keep<Value>(map: Map<string, Value>, key: string, value: Value, limit: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= limit) return;
    map.delete(oldest);
  }
}
