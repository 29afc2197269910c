import { createHash, randomBytes } from "node:crypto";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { users, verificationTokens } from "@/db/schema";
import type { Member, TenantContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { findMember, memberColumns } from "./members";
import { inTenant } from "./scope";
import { insertSession, type OpenedSession } from "./sessions";
import { mutate, read } from "./unit";

/** How long a link may wait in a mailbox. */
export const LINK_MINUTES = 20;

// Per person: enough for somebody whose mail is slow, too few to flood a mailbox.
const LINKS_AT_ONCE = 5;

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * Makes a sign-in link's secret for a member of this hall; its mail is the caller's to send, once the row is there.
 * Null when nobody active has the address, or they were sent enough of them lately: the asker is told the same either way.
 */
export async function createSignInLink(
  ctx: TenantContext,
  input: { email: string },
): Promise<{ token: string; member: Member } | null> {
  const member = await findMember(ctx, input.email);
  if (!member) return null;
  const token = randomBytes(32).toString("base64url");
  return mutate({ ...ctx, member }, { action: "link.request", role: "viewer" }, async (tx) => {
    // The person's row is locked, so that many requests at once are counted one after another.
    await tx
      .select({ id: users.id })
      .from(users)
      .where(inTenant(ctx, users, eq(users.id, member.id)))
      .for("update");
    const waiting = await tx.$count(
      verificationTokens,
      inTenant(ctx, verificationTokens, eq(verificationTokens.userId, member.id), unspent),
    );
    if (waiting >= LINKS_AT_ONCE) return { row: null, unchanged: true };
    const [link] = await tx
      .insert(verificationTokens)
      .values({
        tenantId: ctx.tenantId,
        userId: member.id,
        tokenHash: hashOf(token),
        address: ctx.address,
        expiresAt: sql`now() + make_interval(mins => ${LINK_MINUTES})`,
      })
      .returning({ id: verificationTokens.id });
    if (!link) throw new Error("The sign-in link was not kept.");
    return { row: { token, member }, subject: { type: "link", id: link.id, name: member.email } };
  });
}

const unspent = and(isNull(verificationTokens.spentAt), gt(verificationTokens.expiresAt, sql`now()`));

/**
 * Spends a link and opens a session, once. A link of another hall is unknown here.
 * @throws DomainError `unauthenticated` when the link is unknown, spent or too old, without saying which
 */
export async function spendSignInLink(ctx: TenantContext, input: { token: string }): Promise<OpenedSession> {
  const refused = new DomainError("unauthenticated", "This link has been used or is too old. Ask for a new one.");
  const thisLink = inTenant(ctx, verificationTokens, eq(verificationTokens.tokenHash, hashOf(input.token)), unspent);
  const [member] = await read(ctx, (tx) =>
    tx
      .select(memberColumns)
      .from(verificationTokens)
      .innerJoin(users, inTenant(ctx, users, eq(users.id, verificationTokens.userId), eq(users.status, "active")))
      .where(thisLink),
  );
  if (!member) throw refused;
  const asMember = { ...ctx, member };
  return mutate(asMember, { action: "session.open", role: "viewer" }, async (tx) => {
    const spent = await tx
      .update(verificationTokens)
      .set({ spentAt: sql`now()` })
      .where(thisLink)
      .returning({ id: verificationTokens.id });
    if (spent.length === 0) throw refused;
    const sessionId = await insertSession(tx, asMember, "link");
    return {
      row: { sessionId, member },
      subject: { type: "session", id: sessionId, name: member.name },
      after: { method: "link" },
    };
  });
}

/** The people that the demo offers to sign in as: admins first. */
export async function listDemoPeople(ctx: TenantContext): Promise<(Member & { title: string })[]> {
  return read(ctx, (tx) =>
    tx
      .select({ ...memberColumns, title: users.title })
      .from(users)
      .where(inTenant(ctx, users, eq(users.status, "active")))
      .orderBy(sql`array_position(array['admin','reviewer','member','viewer'], ${users.role})`, asc(users.name))
      .limit(40),
  );
}
