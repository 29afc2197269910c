import { getTableColumns, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { env } from "@/lib/env";
import * as schema from ".";

const sql = postgres(env().databaseUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

const tables = Object.values(schema).filter((value) => is(value, PgTable)) as PgTable[];

// Read this list when it changes: it is all that a request can ever do to the database.
const GRANTS = `
function audit_hash: everybody may execute
function first_broken_audit_row: everybody may execute
schema guildhall: guildhall_app may usage
schema public: everybody may usage
schema public: guildhall_app may usage
schema public: guildhall_auth may usage
table accounts: guildhall_app may delete, insert, select, update
table api_keys: guildhall_app may delete, insert, select, update
table audit_heads: guildhall_app may select
table audit_logs: guildhall_app may insert, select
table embedding_endpoints: guildhall_app may delete, insert, select, update
table ratings: guildhall_app may delete, insert, select, update
table search_postings: guildhall_app may delete, insert, select, update
table search_queries: guildhall_app may delete, insert, select, update
table search_slips: guildhall_app may delete, insert, select, update
table sessions: guildhall_app may delete, insert, select, update
table site_settings: guildhall_app may delete, insert, select, update
table skill_documents: guildhall_app may delete, insert, select, update
table skill_embeddings: guildhall_app may delete, insert, select, update
table skill_files: guildhall_app may insert, select
table skill_request_votes: guildhall_app may delete, insert, select, update
table skill_requests: guildhall_app may delete, insert, select, update
table skill_reviews: guildhall_app may delete, insert, select, update
table skill_versions: guildhall_app may insert, select, update (html, preview_html, renderer_version, state)
table skills: guildhall_app may delete, insert, select, update
table tenants: guildhall_app may select, update (name)
table tenants: guildhall_auth may select (custom_domain, id, slug, status)
table usage_events: guildhall_app may delete, insert, select, update
table users: guildhall_app may delete, insert, select, update
table verification_tokens: guildhall_app may delete, insert, select, update
`;

/** What anybody but the owner may do, a line per thing and role. */
async function listGrants(): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    with granted as (
      select 'table ' || c.relname as thing, c.relowner as owner, g.grantee, g.privilege_type, null as name
      from pg_class c, aclexplode(c.relacl) g
      where c.relnamespace = 'public'::regnamespace
      union all
      select 'table ' || c.relname, c.relowner, g.grantee, g.privilege_type, a.attname::text
      from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) g
      where c.relnamespace = 'public'::regnamespace
      union all
      select 'function ' || p.proname, p.proowner, g.grantee, g.privilege_type, null
      from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
      where p.pronamespace = 'guildhall'::regnamespace
      union all
      select 'schema ' || n.nspname, n.nspowner, g.grantee, g.privilege_type, null
      from pg_namespace n, aclexplode(n.nspacl) g where n.nspname in ('public', 'guildhall', 'drizzle')
      union all
      select 'whatever is made later', d.defaclrole, g.grantee, g.privilege_type, null
      from pg_default_acl d, aclexplode(d.defaclacl) g
    ), named as (
      select thing, case grantee when 0 then 'everybody' else pg_get_userbyid(grantee)::text end as role,
        lower(privilege_type) as privilege, string_agg(name, ', ' order by name) as columns
      from granted where grantee <> owner and pg_get_userbyid(grantee) <> 'pg_database_owner'
      group by 1, 2, 3
    )
    select thing || ': ' || role || ' may ' ||
      string_agg(privilege || coalesce(' (' || columns || ')', ''), ', ' order by privilege) as line
    from named group by thing, role`;
  return rows.map(({ line }) => line).sort();
}

test("the restricted roles may do what is listed here, and nothing else", async () => {
  expect((await listGrants()).join("\n")).toBe(GRANTS.trim());
});

test("tables are made by their owner alone: nobody else may create anything", async () => {
  const [may] = await sql`
    select has_schema_privilege('guildhall_app', 'public', 'CREATE') as here,
      has_schema_privilege('guildhall_app', 'guildhall', 'CREATE') as beside,
      has_schema_privilege('guildhall_app', 'drizzle', 'USAGE') as "inMigrations",
      has_schema_privilege('guildhall_auth', 'guildhall', 'USAGE') as "inFunctions",
      has_database_privilege('guildhall_app', current_database(), 'CREATE') as schemas`;
  expect(may).toEqual({ here: false, beside: false, inMigrations: false, inFunctions: false, schemas: false });
});

test("the audit log has its chain and its refusal, both enabled", async () => {
  const triggers = await sql`
    select tgname as name, tgenabled as enabled, pg_get_triggerdef(oid) as does
    from pg_trigger where tgrelid = 'audit_logs'::regclass and not tgisinternal order by tgname`;
  expect(triggers.map(({ name, enabled }) => [name, enabled])).toEqual([
    ["audit_logs_append_only", "O"],
    ["audit_logs_chain", "O"],
  ]);
  expect(triggers[0]?.does).toContain("BEFORE DELETE OR UPDATE OR TRUNCATE");
  expect(triggers[1]?.does).toContain("BEFORE INSERT");
});

test("not even the owner changes, removes or empties the audit log", async () => {
  for (const statement of ["update audit_logs set action = ''", "delete from audit_logs", "truncate audit_logs"]) {
    await expect(sql.unsafe(statement), statement).rejects.toMatchObject({ code: "P0001" });
  }
});

// A filter by tenant comes after an approximate index has chosen its rows: it returned 0.1 of 10.
test("there is no approximate vector index", async () => {
  const found = await sql`
    select c.relname from pg_class c join pg_am a on a.oid = c.relam where a.amname in ('hnsw', 'ivfflat')`;
  expect(found.map(({ relname }) => relname)).toEqual([]);
});

test("every foreign key has an index led by its columns, so that no delete scans a table of all tenants", async () => {
  const bare = await sql`
    select f.conrelid::regclass || ' ' || f.conname as name from pg_constraint f
    where f.contype = 'f' and not exists (
      select from pg_index i
      cross join lateral (select (i.indkey::int2[])[0:cardinality(f.conkey) - 1] as columns) led
      where i.indrelid = f.conrelid and i.indpred is null and (
        led.columns <@ f.conkey and f.conkey <@ led.columns
        -- A unique key on some of the columns leaves one row to look at.
        or i.indisunique and (i.indkey::int2[])[0:i.indnkeyatts - 1] <@ f.conkey))`;
  expect(bare.map(({ name }) => name)).toEqual([]);
});

test("the schema files and the migrated catalog name the same tables", async () => {
  const found = await sql`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S') order by relname`;
  expect(found.map(({ name }) => name)).toEqual(tables.map((table) => getTableConfig(table).name).sort());
});

test.for(tables.map((table) => [getTableConfig(table).name, table] as const))(
  "%s has the same columns, indexes and checks in the schema files and in the catalog",
  async ([name, table]) => {
    const columns = await sql`
      select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
        a.attgenerated = 's' as generated, a.atthasdef and a.attgenerated = '' as "hasDefault"
      from pg_attribute a
      where a.attrelid = ${name}::regclass and a.attnum > 0 and not a.attisdropped order by a.attname`;
    const stated = Object.values(getTableColumns(table)).map((column) => ({
      name: column.name,
      type: column.getSQLType(),
      required: column.notNull,
      generated: column.generated !== undefined,
      hasDefault: column.hasDefault && column.generated === undefined,
    }));
    expect([...columns]).toEqual(stated.sort((a, b) => (a.name < b.name ? -1 : 1)));

    const made = await sql`
      select i.indexrelid::regclass::text as name from pg_index i where i.indrelid = ${name}::regclass
      union all select conname from pg_constraint
      where conrelid = ${name}::regclass and contype in ('c', 'f') and conname <> 'skills_latest_version_fk'`;
    const { indexes, primaryKeys, uniqueConstraints, checks, foreignKeys } = getTableConfig(table);
    const named = [
      ...indexes.map((index) => index.config.name),
      ...primaryKeys.map((key) => key.getName()),
      ...uniqueConstraints.map((unique) => unique.getName()),
      ...checks.map((check) => check.name),
      ...foreignKeys.map((key) => key.getName()),
      ...Object.values(getTableColumns(table)).flatMap((column) => [
        ...(column.primary ? [`${name}_pkey`] : []),
        ...(column.isUnique ? [column.uniqueName] : []),
      ]),
    ];
    expect(made.map((row) => row.name).sort()).toEqual(named.sort());
  },
);

const chosen = tables.flatMap((table) =>
  Object.values(getTableColumns(table))
    .filter((column) => column.getSQLType() === "text" && (column.enumValues ?? []).length > 0)
    .map((column) => [`${getTableConfig(table).name}.${column.name}`, getTableConfig(table).name, column] as const),
);

test.for(chosen)("%s takes the values of its list and no others, whoever writes", async ([, table, column]) => {
  const checks = await sql<{ says: string }[]>`
    select pg_get_constraintdef(c.oid) as says from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and c.conkey = array[a.attnum]
    where c.contype = 'c' and c.conrelid = ${table}::regclass and a.attname = ${column.name}`;
  const listed = checks.map(({ says }) => [...says.matchAll(/'([^']*)'::text/g)].map(([, value]) => value).sort());
  expect(listed).toContainEqual([...(column.enumValues ?? [])].sort());
});
