import type { Sql } from "postgres";

export type ForeignKey = { name: string; columns: string[]; parent: string; parentColumns: string[] };
export type TenantTable = {
  name: string;
  /** Columns an insert may name, in order: all but the generated ones. */
  columns: string[];
  /** Columns the restricted role may update. */
  updatable: string[];
  /** The key without tenant_id; empty where a tenant has one row. */
  key: string[];
  /** The columns of every unique index but the primary key's. */
  uniques: string[][];
  /** Those that point at another tenant table. */
  foreignKeys: ForeignKey[];
};

/** Every table with a tenant_id, as the migrated catalog has it: a new table is in the matrix on the day it is made. */
export async function tenantTables(sql: Sql): Promise<TenantTable[]> {
  const names = (columns: string, owner: string) => sql`
    (select coalesce(json_agg(a.attname order by place), '[]')
     from unnest(${sql(columns)}::int2[]) with ordinality as listed (attnum, place)
     join pg_attribute a on a.attrelid = ${sql(owner)} and a.attnum = listed.attnum)`;
  return sql<TenantTable[]>`
    select c.relname as name,
      (select json_agg(a.attname order by a.attnum) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(json_agg(a.attname order by a.attnum), '[]') from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
         and has_column_privilege('guildhall_app', c.oid, a.attnum, 'UPDATE')) as updatable,
      (select coalesce(json_agg(a.attname) filter (where a.attname <> 'tenant_id'), '[]') from pg_index i
       join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
       where i.indrelid = c.oid and i.indisprimary) as key,
      (select coalesce(json_agg(${names("i.indkey", "i.indrelid")}), '[]') from pg_index i
       where i.indrelid = c.oid and i.indisunique and not i.indisprimary) as uniques,
      (select coalesce(json_agg(json_build_object('name', f.conname, 'parent', p.relname,
         'columns', ${names("f.conkey", "f.conrelid")}, 'parentColumns', ${names("f.confkey", "f.confrelid")})), '[]')
       from pg_constraint f join pg_class p on p.oid = f.confrelid
       where f.conrelid = c.oid and f.contype = 'f' and p.relname <> 'tenants') as "foreignKeys"
    from pg_class c
    join pg_attribute tenant on tenant.attrelid = c.oid and tenant.attname = 'tenant_id' and not tenant.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by c.relname`;
}
