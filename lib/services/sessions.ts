import { eq, isNull, sql } from "drizzle-orm";
import { sessions, users } from "@/db/schema";
import type { Member, MemberContext, TenantContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { findMember } from "./members";
import { inTenant } from "./scope";
import { mutate, type Transaction } from "./unit";

/** How long a sign-in lasts, in seconds: two weeks. The cookie and the row end together. */
export const SESSION_SECONDS = 14 * 24 * 60 * 60;

export type OpenedSession = { sessionId: string; member: Member };

/** Opens a session inside the caller's unit; the caller's audit row says so. */
export async function insertSession(tx: Transaction, ctx: MemberContext, method: "link" | "demo"): Promise<string> {
  const [session] = await tx
    .insert(sessions)
    .values({
      tenantId: ctx.tenantId,
      userId: ctx.member.id,
      method,
      address: ctx.address,
      userAgent: ctx.userAgent?.slice(0, 400),
      expiresAt: sql`now() + make_interval(secs => ${SESSION_SECONDS})`,
    })
    .returning({ id: sessions.id });
  if (!session) throw new Error("The session was not opened.");
  await tx
    .update(users)
    .set({ lastSignInAt: sql`now()` })
    .where(inTenant(ctx, users, eq(users.id, ctx.member.id)));
  return session.id;
}

/**
 * The demo's one-click sign-in. Who may call it is decided where the environment is known, in lib/auth.ts.
 * @throws DomainError `not_found` when nobody active has this address here
 */
export async function openDemoSession(ctx: TenantContext, input: { email: string }): Promise<OpenedSession> {
  const member = await findMember(ctx, input.email);
  if (!member) throw new DomainError("not_found", "Nobody here has this address.");
  const asMember = { ...ctx, member };
  return mutate(asMember, { action: "session.open", role: "viewer" }, async (tx) => {
    const sessionId = await insertSession(tx, asMember, "demo");
    return {
      row: { sessionId, member },
      subject: { type: "session", id: sessionId, name: member.name },
      after: { method: "demo" },
    };
  });
}

/** Ends a session. Ending one that has ended, or that is somebody else's, changes nothing and says nothing. */
export async function closeSession(ctx: MemberContext, input: { sessionId: string }): Promise<void> {
  await mutate(ctx, { action: "session.close", role: "viewer" }, async (tx) => {
    const [closed] = await tx
      .update(sessions)
      .set({ revokedAt: sql`now()` })
      .where(
        inTenant(
          ctx,
          sessions,
          eq(sessions.id, input.sessionId),
          eq(sessions.userId, ctx.member.id),
          isNull(sessions.revokedAt),
        ),
      )
      .returning({ id: sessions.id });
    if (!closed) return { row: undefined, unchanged: true };
    return { row: undefined, subject: { type: "session", id: closed.id, name: ctx.member.name } };
  });
}
