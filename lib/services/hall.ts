import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { sessions, siteSettings, tenants, users } from "@/db/schema";
import type { Member, TenantContext } from "@/lib/context";
import { type HallSettings, hallColumns } from "./hall-columns";
import { memberColumns } from "./members";
import { inTenant } from "./scope";
import { read } from "./unit";

/** One organisation's hall as every page of it needs it. */
export type Hall = HallSettings & { tenantId: string; slug: string };

/**
 * The hall, and the member whose session this is, in one statement on every request: a suspension, a removal, a new role
 * or an ended session is seen by the very next one. Null when the organisation is suspended.
 */
export async function openHall(
  ctx: TenantContext,
  input: { sessionId: string | null },
): Promise<{ hall: Hall; member: Member | null } | null> {
  const [row] = await read(ctx, (tx) =>
    tx
      .select({
        hall: { tenantId: tenants.id, slug: tenants.slug, ...hallColumns },
        member: memberColumns,
      })
      .from(siteSettings)
      .innerJoin(tenants, and(eq(tenants.id, siteSettings.tenantId), eq(tenants.status, "active")))
      .leftJoin(
        sessions,
        inTenant(
          ctx,
          sessions,
          input.sessionId ? eq(sessions.id, input.sessionId) : sql`false`,
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, sql`now()`),
        ),
      )
      .leftJoin(users, inTenant(ctx, users, eq(users.id, sessions.userId), eq(users.status, "active")))
      .where(inTenant(ctx, siteSettings)),
  );
  return row ?? null;
}
