import type postgres from "postgres";
import type { Generator, Target } from "./load";
import type { Options } from "./options";
import { race, type Speed } from "./rounds";

export type Protection = { with: Speed; without: Speed };

/** Measures one page with row-level security and, in turns, with it switched off on every table of the bench's database. */
export async function compareProtection(
  sql: postgres.Sql,
  generator: Generator,
  target: Target,
  options: Options,
): Promise<Protection> {
  const setTo = async (action: "enable" | "disable") => {
    const tables = await sql<{ name: string }[]>`select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname = 'public'`;
    for (const { name } of tables) await sql.unsafe(`alter table ${name} ${action} row level security`);
  };
  try {
    const turns = { ...options, rounds: options.rounds + 2 };
    const [on, off] = await race(generator, [target, target], turns, (index) =>
      setTo(index === 0 ? "enable" : "disable"),
    );
    if (!on || !off) throw new Error("A race came back without its runners.");
    return { with: on, without: off };
  } finally {
    await setTo("enable");
  }
}

/** How much more a page takes with row-level security, in percent of without: at the median alone, and for each of many requests. */
export function costOf({ with: on, without: off }: Protection): { alone: number; together: number } {
  return { alone: (on.p50 / off.p50 - 1) * 100, together: (off.perSecond / on.perSecond - 1) * 100 };
}
