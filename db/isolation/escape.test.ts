import { randomBytes } from "node:crypto";
import postgres, { type TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { env } from "@/lib/env";
import { attempt, ending } from "./attempt";
import { tenantTables } from "./catalog";
import { foreignTexts, type Halls, seedHalls } from "./halls";
import { onPostgres } from "./private-database";

const sql = postgres(env().databaseUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

let halls: Halls;
beforeAll(async () => {
  halls = await seedHalls(env().databaseUrl);
});

// What somebody would try who can run any statement as the restricted role.
const SWITCHES: Record<string, (tx: TransactionSql) => PromiseLike<{ count: number }>> = {
  "read past the policies": async (tx) => {
    await tx`set local row_security = off`;
    return tx`select * from skills`;
  },
  "switch row-level security off": (tx) => tx`alter table skills disable row level security`,
  "free the owner from it": (tx) => tx`alter table skills no force row level security`,
  "drop a policy": (tx) => tx`drop policy tenant_isolation on skills`,
  "widen a policy": (tx) => tx`alter policy tenant_isolation on skills using (true)`,
  "add a policy": (tx) => tx`create policy everything on skills using (true)`,
  "own a table": (tx) => tx`alter table skills owner to guildhall_app`,
  "grant itself more": (tx) => tx`grant guildhall_auth to guildhall_app`,
  "become able to bypass": (tx) => tx`alter role guildhall_app bypassrls`,
  "switch triggers and foreign keys off": (tx) => tx`set local session_replication_role = replica`,
  "disable the log's triggers": (tx) => tx`alter table audit_logs disable trigger all`,
  "write the catalog": (tx) => tx`update pg_class set relrowsecurity = false where relname = 'skills'`,
  "run the log's trigger by hand": (tx) => tx`select guildhall.chain_audit_row()`,
  "lay the protection anew": (tx) => tx`select guildhall.protect_tenant_tables()`,
  "make a table": (tx) => tx`create table public.mine (id uuid)`,
  "make a function": (tx) => tx`create function public.mine() returns int language sql as 'select 1'`,
  "make a schema": (tx) => tx`create schema mine`,
  "read a file of the server": (tx) => tx`select pg_read_file('PG_VERSION')`,
  "run a program on the server": (tx) => tx`copy skills to program 'cat'`,
  "read what was migrated": (tx) => tx`select * from drizzle.__drizzle_migrations`,
};

test.for(Object.entries(SWITCHES))("the restricted role cannot %s", async ([, run]) => {
  const outcome = await attempt(sql, halls.own.tenantId, run);
  expect(ending(outcome)).toBe("42501");
});

test("the statistics of the planner show no text of any tenant", async () => {
  await sql`analyze skills`;
  const seen = await attempt(sql, halls.own.tenantId, (tx) => tx`select * from pg_stats where tablename = 'skills'`);
  expect(ending(seen)).toBe(0);
});

// A login of its own, which is how a server in production connects. The embedded database has one login, a superuser.
function describeLogin() {
  const name = `guildhall_login_test_${randomBytes(4).toString("hex")}`;
  const url = new URL(env().databaseUrl);
  url.username = name;
  url.password = randomBytes(12).toString("hex");
  let login: postgres.Sql;

  beforeAll(async () => {
    await sql.unsafe(`create role ${name} login password '${url.password}' in role guildhall_app`);
    login = postgres(url.href, { max: 1, onnotice: () => {} });
  });
  afterAll(async () => {
    await login.end();
    await sql.unsafe(`drop role ${name}`);
  });

  const asTenant = (tenantId: string) => login`select set_config('app.tenant_id', ${tenantId}, false)`;

  test.for(["set role postgres", "set session authorization postgres", "set role guildhall_auth"])(
    "cannot climb: %s",
    async (statement) => {
      await expect(login.unsafe(statement)).rejects.toMatchObject({ code: "42501" });
    },
  );

  test("stays who it is when it resets its role", async () => {
    await login`reset role`;
    const [who] = await login`select current_user as name, session_user as login`;
    expect(who).toEqual({ name, login: name });
  });

  test("sees no row before a tenant is set, whether or not it takes the role first", async () => {
    const fresh = postgres(url.href, { max: 1, onnotice: () => {} });
    try {
      expect(await fresh`select * from skills`).toHaveLength(0);
      await fresh`set role guildhall_app`;
      expect(await fresh`select * from skills`).toHaveLength(0);
    } finally {
      await fresh.end();
    }
  });

  test("sees its tenant's row in every table, and no trace of another's", async () => {
    await asTenant(halls.own.tenantId);
    for (const table of await tenantTables(sql)) {
      const rows = await login`select t.*, t::text as whole from ${login(table.name)} t`;
      expect([table.name, rows.length]).toEqual([table.name, 1]);
      for (const foreign of foreignTexts(halls)) expect(JSON.stringify(rows)).not.toContain(foreign);
    }
  });

  test("adds, changes and removes nothing of another tenant's", async () => {
    await asTenant(halls.own.tenantId);
    const theirs = halls.other.tenantId;
    await expect(login`
      insert into users (tenant_id, email, name) values (${theirs}, 'x@hall.example', 'x')`).rejects.toMatchObject({
      code: "42501",
    });
    expect(await login`update users set name = 'x' where tenant_id = ${theirs}`).toHaveProperty("count", 0);
    expect(await login`delete from users where tenant_id = ${theirs}`).toHaveProperty("count", 0);
  });
}
if (onPostgres) describe("a login that is a member of the restricted role and nothing else", () => describeLogin());
