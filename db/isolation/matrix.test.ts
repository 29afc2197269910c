import { randomUUID } from "node:crypto";
import { text } from "node:stream/consumers";
import { finished } from "node:stream/promises";
import postgres, { type TransactionSql } from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { env } from "@/lib/env";
import { GLOBAL_UNIQUES } from "../schema/lint";
import { asOperator, attempt, ending, type Result } from "./attempt";
import { type TenantTable, tenantTables } from "./catalog";
import { fingerprint, foreignTexts, others, seedHalls } from "./halls";
import { nameOf, SEEDERS } from "./seeders";

type Row = Record<string, unknown>;

const sql = postgres(env().databaseUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const tables = await tenantTables(sql);
const names = tables.map(({ name }) => name);
const halls = await seedHalls(env().databaseUrl);
const { own, other } = halls;
const untouched = await fingerprint(sql, names, others(halls));

async function rowOf(table: string, tenantId: string): Promise<Row> {
  const [found] = await sql<{ row: Row }[]>`
    select to_jsonb(t) as row from ${sql(table)} t where tenant_id = ${tenantId} limit 1`;
  if (!found) throw new Error(`Add a seeder for «${table}» in db/isolation/seeders.ts.`);
  return found.row;
}

const rows: Record<string, { mine: Row; theirs: Row }> = {};
for (const name of names) {
  const missing = { mine: {}, theirs: {} };
  rows[name] = SEEDERS.some(({ table }) => nameOf(table) === name)
    ? { mine: await rowOf(name, own.tenantId), theirs: await rowOf(name, other.tenantId) }
    : missing;
}

/** Runs one verb as the restricted role of `own`, and proves that nothing of the others changed, even for a moment. */
const tryAs = (tenantId: string | null, work: Parameters<typeof attempt>[2]) =>
  attempt(sql, tenantId, work, async (tx) => {
    expect(await fingerprint(tx, names, others(halls))).toEqual(untouched);
  });

const pick = (row: Row, columns: string[]): Row => Object.fromEntries(columns.map((name) => [name, row[name] ?? null]));

const insert = (tx: TransactionSql, table: TenantTable, row: Row) => tx`
  insert into ${tx(table.name)} (${tx(table.columns)})
  select ${tx(table.columns)} from jsonb_populate_record(null::${tx(table.name)}, ${JSON.stringify(row)}::text::jsonb)`;

/** Meets the columns' values in a row given as JSON, whatever their types are. */
const matches = (tx: TransactionSql, table: TenantTable, columns: string[], row: Row) => tx`
  (${tx(columns.map((name) => `t.${name}`))}) =
  (select ${tx(columns)} from jsonb_populate_record(null::${tx(table.name)}, ${JSON.stringify(row)}::text::jsonb))`;

/** The rest of an upsert onto one unique key. */
const onConflict = (tx: TransactionSql, key: string[], column: string) =>
  tx`on conflict (${tx(key)}) do update set ${tx(column)} = excluded.${tx(column)}`;

/** Takes away the tenant's own row, so that a copy of it breaks no unique key. Its children are left without a parent. */
const makeRoom = (tx: TransactionSql, table: TenantTable) =>
  asOperator(tx, own.tenantId, async () => {
    await tx`set local session_replication_role = replica`;
    await tx`delete from ${tx(table.name)} where tenant_id = ${own.tenantId}`;
    await tx`set local session_replication_role = origin`;
  });

type Verb = {
  allowed: (number | string)[];
  run: (tx: TransactionSql, table: TenantTable, row: { mine: Row; theirs: Row }) => PromiseLike<Result>;
};

const NOTHING = 0;
const NOT_PERMITTED = "42501";
const NO_SUCH_PARENT = "23503";

/** The key of a table with its tenant, as every primary key here is. */
const wholeKey = (table: TenantTable) => ["tenant_id", ...table.key];
// Where the restricted role may update nothing, it must be refused whatever it tries.
const someColumn = (table: TenantTable) => table.updatable.at(-1) ?? table.columns.at(-1) ?? "tenant_id";

const VERBS: Record<string, Verb> = {
  "select a row by its whole key": {
    allowed: [NOTHING],
    run: (tx, table, { theirs }) =>
      tx`select * from ${tx(table.name)} t where ${matches(tx, table, wholeKey(table), theirs)}`,
  },
  "select a row by its id alone": {
    allowed: [NOTHING],
    run: (tx, table, { theirs }) =>
      table.key.length > 0
        ? tx`select * from ${tx(table.name)} t where ${matches(tx, table, table.key, theirs)}`
        : tx`select * from ${tx(table.name)} t where tenant_id <> ${own.tenantId}`,
  },
  "select and lock a row": {
    allowed: [NOTHING, NOT_PERMITTED],
    run: (tx, table, { theirs }) =>
      tx`select * from ${tx(table.name)} t where ${matches(tx, table, wholeKey(table), theirs)} for update`,
  },
  "ask whether a row exists": {
    allowed: [NOTHING],
    run: (tx, table) => tx`select 1 where exists (select from ${tx(table.name)} where tenant_id = ${other.tenantId})`,
  },
  "count and aggregate rows": {
    allowed: [NOTHING],
    run: (tx, table) => tx`
      select tenant_id, count(*), max(t::text) from ${tx(table.name)} t
      group by tenant_id having tenant_id <> ${own.tenantId}`,
  },
  "learn of a row from a condition that fails on it": {
    allowed: [NOTHING],
    run: (tx, table) => tx`select from ${tx(table.name)} where 1 / (tenant_id <> ${other.tenantId})::int = 0`,
  },
  "insert a row in their name": {
    allowed: [NOT_PERMITTED],
    run: (tx, table, { theirs }) => {
      const id = table.key.includes("id") ? { id: randomUUID() } : {};
      return insert(tx, table, { ...theirs, ...id });
    },
  },
  "insert a row again and ignore that it is there": {
    allowed: [NOT_PERMITTED],
    run: (tx, table, { theirs }) => tx`${insert(tx, table, theirs)} on conflict do nothing`,
  },
  "upsert onto the primary key": {
    allowed: [NOT_PERMITTED],
    run: (tx, table, { theirs }) =>
      tx`${insert(tx, table, theirs)} ${onConflict(tx, wholeKey(table), someColumn(table))}`,
  },
  "update a row by its whole key": {
    allowed: [NOTHING, NOT_PERMITTED],
    run: (tx, table, { theirs }) => tx`
      update ${tx(table.name)} t set ${tx(someColumn(table))} = ${tx(someColumn(table))}
      where ${matches(tx, table, wholeKey(table), theirs)}`,
  },
  "update every row": {
    allowed: [NOTHING, NOT_PERMITTED],
    run: (tx, table) => tx`
      with changed as (
        update ${tx(table.name)} set ${tx(someColumn(table))} = ${tx(someColumn(table))} returning tenant_id
      ) select from changed where tenant_id <> ${own.tenantId}`,
  },
  "give an own row away": {
    allowed: [NOT_PERMITTED],
    run: (tx, table) => tx`update ${tx(table.name)} set tenant_id = ${other.tenantId}`,
  },
  "give an own row the primary key of theirs": {
    allowed: [NOT_PERMITTED],
    run: (tx, table, { theirs }) => tx`
      update ${tx(table.name)} t set (${tx(wholeKey(table))}) =
      (select ${tx(wholeKey(table))} from jsonb_populate_record(null::${tx(table.name)}, ${JSON.stringify(theirs)}::text::jsonb))`,
  },
  "delete a row by its whole key": {
    allowed: [NOTHING, NOT_PERMITTED],
    run: (tx, table, { theirs }) =>
      tx`delete from ${tx(table.name)} t where ${matches(tx, table, wholeKey(table), theirs)}`,
  },
  "delete every row": {
    allowed: [NOTHING, NOT_PERMITTED, NO_SUCH_PARENT],
    run: (tx, table) => tx`
      with gone as (delete from ${tx(table.name)} returning tenant_id)
      select from gone where tenant_id <> ${own.tenantId}`,
  },
  "delete a row by a join with one's own": {
    allowed: [NOTHING, NOT_PERMITTED],
    run: (tx, table) => tx`
      delete from ${tx(table.name)} t using ${tx(table.name)} mine
      where mine.tenant_id <> t.tenant_id and t.tenant_id = ${other.tenantId}`,
  },
  "merge into a row": {
    allowed: [NOTHING, NOT_PERMITTED],
    run: (tx, table) => tx`
      merge into ${tx(table.name)} t using (select 1) one on t.tenant_id = ${other.tenantId} when matched then delete`,
  },
  "truncate the table": {
    allowed: [NOT_PERMITTED],
    run: (tx, table) => tx`truncate ${tx(table.name)}`,
  },
  "truncate the table and all that points at it": {
    allowed: [NOT_PERMITTED],
    run: (tx, table) => tx`truncate ${tx(table.name)} cascade`,
  },
  "copy rows into the table": {
    allowed: ["0A000", NOT_PERMITTED],
    run: async (tx, table) => {
      const stream = await tx`copy ${tx(table.name)} from stdin`.writable();
      // Where it is let in, nothing follows; else the connection would wait for ever.
      await finished(stream.end());
      return { count: 1 };
    },
  },
};

test("every table of the catalog that has a tenant_id has a seeder", () => {
  const seeded = SEEDERS.map(({ table }) => nameOf(table)).sort();
  const missing = names.filter((name) => !seeded.includes(name));
  expect(missing.map((name) => `Add a seeder for «${name}» in db/isolation/seeders.ts.`)).toEqual([]);
  expect(seeded).toEqual(names);
});

// Where a constraint leaves no room for a canary, and so none for anything that a tenant wrote.
const CLOSED = [
  ...["users.role", "users.status", "sessions.method", "skills.status", "skills.visibility", "skill_versions.digest"],
  ...["skill_versions.state", "usage_events.kind", "usage_events.source", "site_settings.accent_color"],
  ...["site_settings.access", "site_settings.default_sort"],
  // Hashes that the database makes.
  ...["audit_logs.prev_hash", "audit_logs.hash", "audit_heads.hash"],
];

test.for(names)("%s has a row of each tenant, with a canary in every text", async (name) => {
  for (const hall of Object.values(halls)) {
    const found = await sql`
      select a.attname as column, a.atttypid = 'bytea'::regtype as binary
      from pg_attribute a
      where a.attrelid = ${name}::regclass and a.attnum > 0 and not a.attisdropped
        and a.atttypid::regtype::text in ('text', 'text[]', 'jsonb', 'bytea', 'tsvector', 'character varying')`;
    const [seeded] = await sql`select count(*)::int as rows from ${sql(name)} where tenant_id = ${hall.tenantId}`;
    expect(seeded?.rows).toBe(1);
    for (const { column, binary } of found.filter(({ column }) => !CLOSED.includes(`${name}.${column}`))) {
      const [cell] = await sql`
        select ${binary ? sql`encode(${sql(column)}, 'escape')` : sql`${sql(column)}::text`} as text
        from ${sql(name)} where tenant_id = ${hall.tenantId}`;
      const marked = cell?.text?.includes(hall.mark) || cell?.text?.includes(hall.key);
      expect(marked, `Give «${name}.${column}» a canary in db/isolation/seeders.ts.`).toBe(true);
    }
  }
});

describe.for(tables)("$name", (table) => {
  const row = rows[table.name] ?? { mine: {}, theirs: {} };

  test.for(Object.entries(VERBS))("no way to %s of another tenant", async ([, { allowed, run }]) => {
    const outcome = await tryAs(own.tenantId, (tx) => run(tx, table, row));
    expect(allowed).toContain(ending(outcome));
  });

  test("select all and copy out give the tenant's own rows and no trace of another's", async () => {
    const read = await tryAs(own.tenantId, (tx) => tx`select t.*, t::text as whole from ${tx(table.name)} t`);
    const copied = await tryAs(own.tenantId, async (tx) => text(await tx`copy ${tx(table.name)} to stdout`.readable()));
    for (const outcome of [read, copied]) {
      expect(ending(outcome)).toBe(1);
      for (const foreign of foreignTexts(halls)) expect(JSON.stringify(outcome)).not.toContain(foreign);
    }
  });

  test("an id that a twin has too finds one's own row only", async () => {
    const found = await tryAs(own.tenantId, (tx) =>
      table.key.length > 0
        ? tx`select * from ${tx(table.name)} t where ${matches(tx, table, table.key, row.mine)}`
        : tx`select * from ${tx(table.name)}`,
    );
    expect(ending(found)).toBe(1);
    expect(JSON.stringify(found)).toContain(own.tenantId);
  });

  // Without it a refusal might have nothing to do with whose row it is.
  test("the same insert is taken when the row is one's own", async () => {
    const outcome = await tryAs(own.tenantId, async (tx) => {
      await makeRoom(tx, table);
      return insert(tx, table, row.mine);
    });
    expect(ending(outcome)).toBe(table.name === "audit_heads" ? NOT_PERMITTED : 1);
  });

  test.for(table.foreignKeys)("a row pointing at another tenant's parent by $name is refused", async (link) => {
    const outside = link.columns.filter((column) => column !== "tenant_id" && !table.key.includes(column));
    const links = outside.length > 0 ? outside : table.key;
    const inserted = (target: Row) =>
      tryAs(own.tenantId, async (tx) => {
        await makeRoom(tx, table);
        return insert(tx, table, { ...row.mine, ...target });
      });
    const theirs = await inserted(pick(row.theirs, links));
    expect(ending(theirs)).toBe(NO_SUCH_PARENT);
    expect(theirs).toHaveProperty("constraint", link.name);

    const nobodys = await inserted(Object.fromEntries(links.map((column) => [column, randomUUID()])));
    expect(theirs, "a parent elsewhere and a parent nowhere must look the same").toEqual(nobodys);

    const moved = await tryAs(own.tenantId, (tx) => {
      const set = tx`select ${tx(links)} from jsonb_populate_record(null::${tx(table.name)}, ${JSON.stringify(row.theirs)}::text::jsonb)`;
      return tx`update ${tx(table.name)} set (${tx(links)}) = (${set})`;
    });
    expect([NO_SUCH_PARENT, NOT_PERMITTED]).toContain(ending(moved));
  });

  test.for(table.uniques.map((columns) => columns.join(", ")))(
    "unique (%s) says nothing of who else has it",
    async (key) => {
      const columns = key.split(", ");
      const upsert = await tryAs(own.tenantId, (tx) => {
        return tx`${insert(tx, table, row.theirs)} ${onConflict(tx, columns, someColumn(table))}`;
      });
      expect(ending(upsert)).toBe(NOT_PERMITTED);

      const taken = await tryAs(own.tenantId, async (tx) => {
        await makeRoom(tx, table);
        const same = pick(
          row.theirs,
          columns.filter((column) => column !== "tenant_id"),
        );
        return insert(tx, table, { ...row.mine, ...same });
      });
      const global =
        Object.keys(GLOBAL_UNIQUES).some((name) => name.includes(`.${table.name}_`)) && columns.length === 1;
      const pointing = table.foreignKeys.some((link) =>
        link.columns.some((c) => c !== "tenant_id" && columns.includes(c)),
      );
      expect(ending(taken)).toBe(global ? "23505" : pointing ? NO_SUCH_PARENT : 1);
    },
  );

  describe.for([
    ["never set", null],
    ["empty", ""],
  ] as const)("with a context that is %s", ([, context]) => {
    test("nothing is seen, added, changed or removed", async () => {
      const blank = postgres(env().databaseUrl, { max: 1, onnotice: () => {} });
      const bare = (work: Parameters<typeof attempt>[2]) => attempt(blank, context, work);
      const column = someColumn(table);
      try {
        expect(ending(await bare((tx) => tx`select * from ${tx(table.name)}`))).toBe(NOTHING);
        expect(ending(await bare((tx) => insert(tx, table, row.mine)))).toBe(NOT_PERMITTED);
        const update = await bare((tx) => tx`update ${tx(table.name)} set ${tx(column)} = ${tx(column)}`);
        expect([NOTHING, NOT_PERMITTED]).toContain(ending(update));
        const removal = await bare((tx) => tx`delete from ${tx(table.name)}`);
        expect([NOTHING, NOT_PERMITTED]).toContain(ending(removal));
      } finally {
        await blank.end();
      }
    });
  });

  test("with a context that is no uuid nothing is answered", async () => {
    const outcome = await tryAs("acme' or true --", (tx) => tx`select * from ${tx(table.name)}`);
    expect(ending(outcome)).toBe("22P02");
  });

  test("the role that finds a tenant by its address reads nothing here", async () => {
    const outcome = await tryAs(own.tenantId, async (tx) => {
      await asOperator(tx, own.tenantId, async () => {});
      await tx`select set_config('role', 'none', true)`;
      await tx`select set_config('role', 'guildhall_auth', true)`;
      return tx`select * from ${tx(table.name)}`;
    });
    expect(ending(outcome)).toBe(NOT_PERMITTED);
  });
});

describe("tenants", () => {
  const app = (work: Parameters<typeof attempt>[2]) => tryAs(own.tenantId, work);

  test("a tenant sees its own row and no other", async () => {
    const all = await app((tx) => tx`select t.*, t::text as whole from tenants t`);
    expect(ending(all)).toBe(1);
    for (const foreign of foreignTexts(halls)) expect(JSON.stringify(all)).not.toContain(foreign);
  });

  test("a tenant may rename itself, and nobody else", async () => {
    expect(ending(await app((tx) => tx`update tenants set name = 'Renamed'`))).toBe(1);
    expect(ending(await app((tx) => tx`update tenants set name = 'x' where id = ${other.tenantId}`))).toBe(NOTHING);
  });

  test("no tenant is founded, ended, moved, suspended or re-addressed from within", async () => {
    const endings = [
      await app((tx) => tx`insert into tenants (slug, name) values ('mine', 'Mine')`),
      await app((tx) => tx`delete from tenants`),
      await app((tx) => tx`truncate tenants cascade`),
      await app((tx) => tx`update tenants set id = ${other.tenantId}`),
      await app((tx) => tx`update tenants set slug = 'mine'`),
      await app((tx) => tx`update tenants set status = 'suspended'`),
      await app((tx) => tx`update tenants set custom_domain = 'mine.example'`),
    ].map(ending);
    expect(new Set(endings)).toEqual(new Set([NOT_PERMITTED]));
  });

  test("without a context no tenant is seen", async () => {
    for (const context of [null, ""]) {
      expect(ending(await tryAs(context, (tx) => tx`select * from tenants`))).toBe(NOTHING);
    }
  });

  test("the role that finds a tenant by its address reads where it is and whether it is open, and no name", async () => {
    const asAuth = (work: Parameters<typeof attempt>[2]) =>
      app(async (tx) => {
        await tx`select set_config('role', 'none', true)`;
        await tx`select set_config('role', 'guildhall_auth', true)`;
        return work(tx);
      });
    const found = await asAuth((tx) => tx`select id, slug, status from tenants where id = ${other.tenantId}`);
    expect(ending(found)).toBe(1);
    expect(ending(await asAuth((tx) => tx`select name from tenants`))).toBe(NOT_PERMITTED);
    expect(ending(await asAuth((tx) => tx`update tenants set status = status`))).toBe(NOT_PERMITTED);
    expect(ending(await asAuth((tx) => tx`delete from tenants`))).toBe(NOT_PERMITTED);
  });
});

test("removing every skill, person, session and key of one tenant leaves its twin and all others whole", async () => {
  const removal = await tryAs(own.tenantId, async (tx) => {
    await tx`delete from skills`;
    await tx`delete from users`;
    for (const { name } of tables.filter((table) => table.foreignKeys.length > 0)) {
      const left = await tx`select * from ${tx(name)}`;
      expect([name, left.count]).toEqual([name, 0]);
    }
    return tx`select * from users`;
  });
  expect(ending(removal)).toBe(NOTHING);
});

test("an address that another tenant's skill has is free to take", async () => {
  const outcome = await tryAs(own.tenantId, (tx) => {
    const skill = { ...rows.skills?.mine, id: randomUUID(), slug: other.key, latest_version: null };
    return insert(tx, tables.find(({ name }) => name === "skills") as TenantTable, skill);
  });
  expect(ending(outcome)).toBe(1);
});

test("after all of this, what the others own is byte for byte what it was", async () => {
  expect(await fingerprint(sql, names, others(halls))).toEqual(untouched);
});
