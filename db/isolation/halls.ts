import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import { skills, tenants } from "../schema";
import { idOf, SEEDERS, type Seeded, versionOf } from "./seeders";

/** A world of three tenants: `own` asks, `other` has nothing in common with it, `twin` has the same ids and addresses. */
export type Halls = { own: Seeded; other: Seeded; twin: Seeded };

/** Founds a tenant with one row in every table. */
async function seedHall(db: PostgresJsDatabase, letter: string, key?: string): Promise<Seeded> {
  const mark = `canary-${letter}-${randomBytes(6).toString("hex")}`;
  const [tenant] = await db
    .insert(tenants)
    .values({ slug: `t${randomBytes(8).toString("hex")}`, name: mark, customDomain: `${mark}.example` })
    .returning({ id: tenants.id });
  if (!tenant) throw new Error("The tenant was not founded.");
  const hall = { tenantId: tenant.id, mark, key: key ?? mark };
  for (const { table, row } of SEEDERS) {
    if (row) await db.insert(table).values({ tenantId: hall.tenantId, ...row(hall) });
  }
  const skill = and(eq(skills.tenantId, hall.tenantId), eq(skills.id, idOf(hall, "skill")));
  await db
    .update(skills)
    .set({ latestVersion: versionOf(hall) })
    .where(skill);
  return hall;
}

/** @param url of a login that row-level security does not bind */
export async function seedHalls(url: string): Promise<Halls> {
  // A connection of its own: drizzle changes how its client speaks JSON and dates.
  const client = postgres(url, { max: 1, onnotice: () => {} });
  const db = drizzle(client);
  try {
    const own = await seedHall(db, "a");
    return { own, other: await seedHall(db, "b"), twin: await seedHall(db, "c", own.key) };
  } finally {
    await client.end();
  }
}

/** The texts that only a leak can bring into a result of `own`. */
export const foreignTexts = ({ other, twin }: Halls): string[] => [other.mark, twin.mark];

/**
 * A fingerprint of everything that some tenants own, table by table.
 * @param sql a login that row-level security does not bind
 */
export async function fingerprint(sql: Pick<Sql, "unsafe">, tables: string[], tenantIds: string[]) {
  // One statement, since it is taken after every verb of every table. Names come from the catalog, ids from us.
  const ids = `('${tenantIds.join("', '")}')`;
  const print = (table: string, key: string) =>
    `select '${table}' as name, count(*)::int as rows, md5(string_agg(t::text, chr(10) order by t::text)) as content
     from "${table}" t where ${key} in ${ids}`;
  const parts = [...tables.map((table) => print(table, "tenant_id")), print("tenants", "id")];
  return sql.unsafe<{ name: string; rows: number; content: string }[]>(parts.join(" union all "));
}

/** The tenants that `own` must leave as they are. */
export const others = ({ other, twin }: Halls): string[] => [other.tenantId, twin.tenantId];
