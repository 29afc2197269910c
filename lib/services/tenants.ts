// The only queries that run before a tenant is known, or about no tenant. Everything else goes through unit.ts.
import { eq, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { auditLogs, siteSettings, tenants, users } from "@/db/schema";
import journal from "@/drizzle/meta/_journal.json";
import type { MemberContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { parseEmail } from "@/lib/inputs/email";
import { isTenantSlug } from "@/lib/tenant-host";
import { inTime } from "./deadline";
import { forgetEmpty, isKnownEmpty, noteEmpty } from "./empty-address";
import { databaseRefusal, isDuplicate } from "./refusal";

const shared = globalThis as typeof globalThis & { guildhallTenantIds?: Map<string, string> };

/**
 * The id of the tenant at an address, or null. Remembered for ever: an address never comes to mean another tenant. What
 * may change about a tenant (its name, whether it is suspended) is read on every request, in `openHall`. That nobody is at
 * an address is remembered for three seconds, so that whoever keeps asking for it does not keep the database busy.
 */
export async function findTenantId(slug: string): Promise<string | null> {
  shared.guildhallTenantIds ??= new Map();
  const known = shared.guildhallTenantIds.get(slug);
  if (known) return known;
  if (isKnownEmpty(slug)) return null;
  const found = await asAuth(slug);
  if (found) shared.guildhallTenantIds.set(slug, found);
  else noteEmpty(slug);
  return found;
}

async function asAuth(slug: string): Promise<string | null> {
  try {
    return await inTime(database()).transaction(async (tx) => {
      await tx.execute(sql`select set_config('role', 'guildhall_auth', true)`);
      const [tenant] = await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.slug, slug));
      return tenant?.id ?? null;
    });
  } catch (error) {
    throw databaseRefusal(error) ?? error;
  }
}

// Nobody has the nil id. The log keeps names without a foreign key, so it may say this one.
const OPERATOR_ID = "00000000-0000-0000-0000-000000000000";

export type NewTenant = { slug: string; name: string; admin: { email: string; name: string } };

/**
 * Founds an organisation with its settings and its first admin, and writes the first row of its log. For the operator:
 * it needs the database's owner, whom the restricted role cannot become.
 * @throws DomainError `invalid` for an address that cannot be one, `conflict` for one that is taken
 */
export async function createTenant(input: NewTenant): Promise<MemberContext> {
  if (!isTenantSlug(input.slug)) {
    throw new DomainError(
      "invalid",
      `“${input.slug}” cannot be an address: use 1–32 letters, digits and inner hyphens, and no reserved name.`,
    );
  }
  const email = parseEmail(input.admin.email);
  try {
    const founded = await database().transaction(async (tx) => {
      const [tenant] = await tx
        .insert(tenants)
        .values({ slug: input.slug, name: input.name })
        .returning({ id: tenants.id });
      if (!tenant) throw new Error("The tenant was not created.");
      await tx.execute(sql`select set_config('app.tenant_id', ${tenant.id}, true)`);
      await tx.insert(siteSettings).values({ tenantId: tenant.id });
      const [admin] = await tx
        .insert(users)
        .values({ tenantId: tenant.id, email, name: input.admin.name, role: "admin" })
        .returning({ id: users.id });
      if (!admin) throw new Error("The first admin was not created.");
      await tx.insert(auditLogs).values({
        tenantId: tenant.id,
        actorId: admin.id,
        actorName: input.admin.name,
        action: "tenant.create",
        subjectType: "organisation",
        subjectId: tenant.id,
        subjectName: input.name,
        after: { name: input.name, address: input.slug, firstAdmin: email },
      });
      return {
        tenantId: tenant.id,
        slug: input.slug,
        address: null,
        userAgent: null,
        member: { id: admin.id, email, name: input.admin.name, role: "admin" as const },
      };
    });
    forgetEmpty(input.slug);
    return founded;
  } catch (error) {
    if (isDuplicate(error)) throw new DomainError("conflict", `The address “${input.slug}” is taken.`);
    throw databaseRefusal(error) ?? error;
  }
}

/**
 * Who the operator's own scripts act as in a hall. The log names them as the operator, for no member of the hall did it.
 * Null where there is no hall.
 */
export async function findOperatorContext(slug: string): Promise<MemberContext | null> {
  const tenantId = await findTenantId(slug);
  if (!tenantId) return null;
  const operator = { id: OPERATOR_ID, email: "operator", name: "The operator", role: "admin" as const };
  return { tenantId, slug, address: null, userAgent: null, member: operator };
}

/** The addresses of all organisations. For the operator's scripts: none means that the demo may be seeded. */
export async function listTenantSlugs(): Promise<string[]> {
  const rows = await database().select({ slug: tenants.slug }).from(tenants);
  return rows.map(({ slug }) => slug);
}

/**
 * What keeps this server from serving, in a few words; null when nothing does. Answers within a second and a half,
 * whatever the database does.
 */
export async function readiness(): Promise<string | null> {
  const applied = database()
    .execute<{ count: number }>(sql`select count(*)::int as count from drizzle.__drizzle_migrations`)
    .then(([row]) => (row && row.count >= journal.entries.length ? null : "the database is not migrated"))
    .catch(() => "the database cannot be reached");
  const patience = new Promise<string>((resolve) => {
    setTimeout(resolve, 1_500, "the database does not answer").unref();
  });
  return Promise.race([applied, patience]);
}
