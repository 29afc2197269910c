import type { ISql, PendingQuery } from "postgres";

/** The roles that requests run as. Neither owns, outranks or inherits anything. */
export const RESTRICTED_ROLES = ["guildhall_app", "guildhall_auth"];

/** Tables without a tenant_id, each with its reason. */
export const GLOBAL_TABLES = {
  "public.tenants": "a row of it is the tenant",
  "drizzle.__drizzle_migrations": "what was migrated; the restricted roles cannot reach its schema",
};

/** Unique indexes of tenant tables that hold across tenants, each with its reason. */
export const GLOBAL_UNIQUES = {
  "public.api_keys_key_hash_unique": "a key is looked up before its tenant is known; 256 random bits cannot be guessed",
};

/** As the catalog gives it back, without white space and the name PostgreSQL makes up for the column. */
const TENANT_CONDITION = "(tenant_id=(SELECT(NULLIF(current_setting('app.tenant_id'::text,true),''::text))::uuid))";

export type Finding = { rule: RuleName; object: string };
type Query = PendingQuery<{ object: string }[]>;
type Catalog = ISql;

// Everything that is ours: not PostgreSQL's own schemas, not what an extension brought, not a session's temporary tables.
const ours = (sql: Catalog, schema: string, oid: string) => sql`
  ${sql(schema)} !~ '^(pg_|information_schema$)'
  and not exists (select from pg_depend d where d.objid = ${sql(oid)} and d.deptype = 'e')`;

const tables = (sql: Catalog) => sql`
  select c.oid, n.nspname || '.' || c.relname as name, c.relowner, c.relrowsecurity, c.relforcerowsecurity,
    tenant.attnum as tenant_column, coalesce(tenant.attnotnull, false) as tenant_required
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_attribute tenant on tenant.attrelid = c.oid and tenant.attname = 'tenant_id' and not tenant.attisdropped
  where c.relkind in ('r', 'p', 'f') and ${ours(sql, "n.nspname", "c.oid")}`;

const tenantTables = (sql: Catalog) => sql`select * from (${tables(sql)}) t where tenant_column is not null`;

const relations = (sql: Catalog, kind: "v" | "m") => sql`
  select c.oid, n.nspname || '.' || c.relname as name, c.reloptions
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = ${kind} and ${ours(sql, "n.nspname", "c.oid")}`;

const restricted = (sql: Catalog) => sql`select * from pg_roles where rolname in ${sql(RESTRICTED_ROLES)}`;

/** Each rule finds what breaks it. Every one is shown to fire by the test beside this file. */
export const RULES = {
  "T1 a table is neither a tenant's nor listed as global": (sql) => sql`
    select name as object from (${tables(sql)}) t
    where tenant_column is null and name not in ${sql(Object.keys(GLOBAL_TABLES))}`,

  "T2 tenant_id may be null": (sql) => sql`
    select name as object from (${tenantTables(sql)}) t where not tenant_required`,

  "T3 row-level security is off": (sql) => sql`
    select name as object from (${tenantTables(sql)}) t where not relrowsecurity`,

  "T4 row-level security does not bind the owner": (sql) => sql`
    select name as object from (${tenantTables(sql)}) t where not relforcerowsecurity`,

  "T5 no policy for the restricted role": (sql) => sql`
    select name as object from (${tenantTables(sql)}) t
    where not exists (
      select from pg_policy p
      where p.polrelid = t.oid and (p.polroles = '{0}' or 'guildhall_app'::regrole = any (p.polroles)))`,

  // The sub-select matters: with it the setting is read once a query, without it once a row. Both halves matter too: an
  // absent half is null, except where the command has none, and the other half stands in for an absent check.
  "T6 a policy is not exactly the tenant's condition": (sql) => sql`
    select t.name || '.' || p.polname as object
    from (${tenantTables(sql)}) t
    join pg_policy p on p.polrelid = t.oid
    cross join lateral (values
      (pg_get_expr(p.polqual, p.polrelid), p.polcmd <> 'a'),
      (pg_get_expr(p.polwithcheck, p.polrelid), p.polcmd in ('*', 'a', 'w'))
    ) half (condition, needed)
    where half.needed
      and regexp_replace(coalesce(half.condition, ''), '\\s+AS "?\\w+"?|\\s', '', 'g')
        <> ${TENANT_CONDITION}
    group by t.name, p.polname`,

  "T7 several permissive policies, of which the weakest holds": (sql) => sql`
    select t.name || ' ' || coalesce(nullif(p.polcmd::text, '*'), 'all') as object
    from (${tenantTables(sql)}) t join pg_policy p on p.polrelid = t.oid and p.polpermissive
    group by t.name, p.polcmd having count(*) > 1`,

  "T8 no index is led by tenant_id": (sql) => sql`
    select name as object from (${tenantTables(sql)}) t
    where not exists (select from pg_index i where i.indrelid = t.oid and i.indkey[0] = t.tenant_column)`,

  "T9 a restricted role owns a table": (sql) => sql`
    select name as object from (${tables(sql)}) t
    where pg_get_userbyid(relowner) in ${sql(RESTRICTED_ROLES)}`,

  "T10 a restricted role may truncate, reference or trigger": (sql) => sql`
    select t.name || ' ' || r.rolname as object from (${tables(sql)}) t, (${restricted(sql)}) r
    where has_table_privilege(r.oid, t.oid, 'TRUNCATE, TRIGGER')
      or has_any_column_privilege(r.oid, t.oid, 'REFERENCES')`,

  "F1 a foreign key between tenant tables leaves tenant_id out": (sql) => sql`
    select child.name || ' ' || f.conname as object
    from pg_constraint f
    join (${tenantTables(sql)}) child on child.oid = f.conrelid
    join (${tenantTables(sql)}) parent on parent.oid = f.confrelid
    where f.contype = 'f' and not exists (
      select from unnest(f.conkey, f.confkey) as pair (here, there)
      where pair.here = child.tenant_column and pair.there = parent.tenant_column)`,

  "U1 a unique index holds across tenants": (sql) => sql`
    select i.indexrelid::regclass::text as object
    from pg_index i
    join (${tenantTables(sql)}) t on t.oid = i.indrelid
    join pg_class c on c.oid = i.indexrelid
    join pg_namespace n on n.oid = c.relnamespace
    where i.indisunique
      and not t.tenant_column = any ((i.indkey::int2[])[0:i.indnkeyatts - 1])
      and n.nspname || '.' || c.relname not in ${sql(Object.keys(GLOBAL_UNIQUES))}`,

  "V1 a view reads with its owner's rights": (sql) => sql`
    select name as object from (${relations(sql, "v")}) v
    where not coalesce(reloptions && '{security_invoker=true,security_invoker=on,security_invoker=1}', false)`,

  "V2 a restricted role reads a materialized view, which knows no row-level security": (sql) => sql`
    select v.name || ' ' || r.rolname as object from (${relations(sql, "m")}) v, (${restricted(sql)}) r
    where has_any_column_privilege(r.oid, v.oid, 'SELECT')`,

  "X1 a restricted role may call a function that runs with its owner's rights": (sql) => sql`
    select p.oid::regprocedure || ' ' || r.rolname as object
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace, (${restricted(sql)}) r
    where p.prosecdef and ${ours(sql, "n.nspname", "p.oid")} and has_function_privilege(r.oid, p.oid, 'EXECUTE')`,

  "R1 a restricted role stands above the rules": (sql) => sql`
    select rolname::text as object from (${restricted(sql)}) r
    where rolsuper or rolbypassrls or rolcreaterole or rolreplication or rolcreatedb`,

  "R2 a restricted role is a member of another": (sql) => sql`
    select r.rolname || ' in ' || pg_get_userbyid(m.roleid) as object
    from pg_auth_members m join (${restricted(sql)}) r on r.oid = m.member`,
} satisfies Record<string, (sql: Catalog) => Query>;

export type RuleName = keyof typeof RULES;

/**
 * Everything in a migrated catalog by which one tenant could come to see, change or learn of another's rows.
 * @param sql a connection to the database, or a transaction in it; any login that may read the catalog
 * @returns nothing when all is well; else the rule and what breaks it, in the order of the rules
 */
export async function lintCatalog(sql: Catalog): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [rule, find] of Object.entries(RULES)) {
    for (const { object } of await find(sql)) findings.push({ rule: rule as RuleName, object });
  }
  return findings;
}
