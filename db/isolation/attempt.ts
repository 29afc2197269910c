import type { Sql, TransactionSql } from "postgres";

/** How a statement ended: how many rows it found or touched and what it gave back as text, or the SQLSTATE it was refused with. */
export type Outcome = { rows: number; text: string } | { refused: string; message: string; constraint?: string };

/** What a statement gave back: rows, with how many they are or how many it touched, or copied lines. */
export type Result = { count: number } | string;

export async function becomeApp(tx: TransactionSql, tenantId: string | null): Promise<void> {
  await tx`select set_config('role', 'guildhall_app', true)`;
  if (tenantId !== null) await tx`select set_config('app.tenant_id', ${tenantId}, true)`;
}

/** Steps out of the restricted role, which only the login of these tests can. */
export async function asOperator<T>(tx: TransactionSql, tenantId: string, work: () => Promise<T>): Promise<T> {
  await tx`select set_config('role', 'none', true)`;
  const result = await work();
  await becomeApp(tx, tenantId);
  return result;
}

/**
 * Runs `work` in a transaction as the restricted role, with the tenant set as given (null: not at all), and takes it back.
 * `inspect` sees, as the operator, what the work left behind before it is taken back; nothing is left after a refusal.
 */
export async function attempt(
  sql: Sql,
  tenantId: string | null,
  work: (tx: TransactionSql) => PromiseLike<Result>,
  inspect: (tx: TransactionSql) => Promise<void> = async () => {},
): Promise<Outcome> {
  const takenBack = Symbol();
  let outcome: Outcome | undefined;
  try {
    await sql.begin(async (tx) => {
      await becomeApp(tx, tenantId);
      const result = await work(tx);
      outcome =
        typeof result === "string"
          ? { rows: result.split("\n").length - 1, text: result }
          : { rows: result.count, text: JSON.stringify(result) };
      await tx`select set_config('role', 'none', true)`;
      await inspect(tx);
      throw takenBack;
    });
  } catch (error) {
    if (error === takenBack && outcome) return outcome;
    if (error instanceof Error && "severity" in error && "code" in error) {
      const { code, message, constraint_name } = error as Error & { code: string; constraint_name?: string };
      return { refused: code, message, constraint: constraint_name };
    }
    throw error;
  }
  throw new Error("The transaction was not taken back.");
}

/** An outcome as the matrix writes it down: a number of rows or a SQLSTATE. */
export const ending = (outcome: Outcome): number | string => ("refused" in outcome ? outcome.refused : outcome.rows);
