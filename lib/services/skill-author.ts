import { asc, eq } from "drizzle-orm";
import { users } from "@/db/schema";
import type { Member, TenantContext } from "@/lib/context";
import { memberColumns } from "./members";
import { inTenant } from "./scope";
import { read } from "./unit";

/** The admin who has been there longest: whose name an operator's import carries when none is given. Null in an empty hall. */
export async function findFirstAdmin(ctx: TenantContext): Promise<Member | null> {
  const [admin] = await read(ctx, (tx) =>
    tx
      .select(memberColumns)
      .from(users)
      .where(inTenant(ctx, users, eq(users.role, "admin"), eq(users.status, "active")))
      .orderBy(asc(users.createdAt), users.id)
      .limit(1),
  );
  return admin ?? null;
}
