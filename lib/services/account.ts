import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { sessions } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { inTenant } from "./scope";
import { read } from "./unit";

export type OwnSession = {
  id: string;
  method: "link" | "demo";
  address: string | null;
  userAgent: string | null;
  createdAt: Date;
};

/** The member's own sign-ins that are still good, newest first: at most fifty. */
export async function listOwnSessions(ctx: MemberContext): Promise<OwnSession[]> {
  return read(ctx, (tx) =>
    tx
      .select({
        id: sessions.id,
        method: sessions.method,
        address: sessions.address,
        userAgent: sessions.userAgent,
        createdAt: sessions.createdAt,
      })
      .from(sessions)
      .where(
        inTenant(
          ctx,
          sessions,
          and(eq(sessions.userId, ctx.member.id), isNull(sessions.revokedAt), gt(sessions.expiresAt, sql`now()`)),
        ),
      )
      .orderBy(desc(sessions.createdAt))
      .limit(50),
  );
}
