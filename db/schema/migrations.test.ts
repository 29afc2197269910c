import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import { expect, test } from "vitest";
import { env } from "@/lib/env";
import { privateDatabase } from "../isolation/private-database";
import { migrateDatabase } from "../migrate";
import { lintCatalog } from "./lint";

/** Everything that a migration can make, as one text. */
async function describeCatalog(url: string): Promise<string> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const rows = await sql`
    select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
      || coalesce(pg_get_expr(d.adbin, d.adrelid), '') || coalesce(a.attacl::text, '') as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and a.attnum > 0
    union all
    select relname || relrowsecurity || relforcerowsecurity || coalesce(relacl::text, '') || coalesce(reloptions::text, '')
    from pg_class where relnamespace = 'public'::regnamespace
    union all
    select polrelid::regclass || polname || pg_get_expr(polqual, polrelid) || coalesce(pg_get_expr(polwithcheck, polrelid), '')
    from pg_policy
    union all select conrelid::regclass || conname || pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'public'::regnamespace
    union all select pg_get_indexdef(indexrelid) from pg_index where indrelid::regclass::text !~ '^pg_'
    union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select pg_get_functiondef(oid) || coalesce(proacl::text, '') from pg_proc
      where pronamespace = to_regnamespace('guildhall')
    union all select hash from drizzle.__drizzle_migrations
    order by line`.finally(() => sql.end());
  return rows.map(({ line }) => line).join("\n");
}

test("the migrations lead from an empty database to the one the tests run on, and a second run changes nothing", async () => {
  const empty = await privateDatabase({ migrated: false });
  try {
    await migrateDatabase(empty.url);
    const first = await describeCatalog(empty.url);
    expect(first).toBe(await describeCatalog(env().databaseUrl));
    await migrateDatabase(empty.url);
    expect(await describeCatalog(empty.url)).toBe(first);
    const sql = postgres(empty.url, { max: 1, onnotice: () => {} });
    expect(await lintCatalog(sql).finally(() => sql.end())).toEqual([]);
  } finally {
    await empty.remove();
  }
});

test("two processes may migrate at once", async () => {
  await Promise.all([migrateDatabase(env().databaseUrl), migrateDatabase(env().databaseUrl)]);
});

test("the migrations say all that the schema files say: generating adds nothing", async () => {
  await mkdir(".test", { recursive: true });
  const copy = await mkdtemp(".test/migrations-");
  try {
    await cp("drizzle", copy, { recursive: true });
    const before = await readdir(copy);
    const { stdout } = await promisify(execFile)(process.execPath, [
      path.join("node_modules", "drizzle-kit", "bin.cjs"),
      ...["generate", "--dialect", "postgresql", "--schema", "./db/schema/index.ts", "--out", `./${copy}`],
    ]);
    expect(stdout).toContain("No schema changes");
    expect(await readdir(copy)).toEqual(before);
  } finally {
    await rm(copy, { recursive: true });
  }
});
