import { and, eq, ne, sql } from "drizzle-orm";
import { sessions, users } from "@/db/schema";
import type { Member, MemberContext, TenantContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { parseEmail } from "@/lib/inputs/email";
import type { Role } from "@/lib/roles";
import { isDuplicate } from "./refusal";
import { inTenant } from "./scope";
import { mutate, read, type Transaction } from "./unit";

/** A person as a context carries them. */
export const memberColumns = { id: users.id, email: users.email, name: users.name, role: users.role };

export type NewMember = { email: string; name: string; role: Role; title?: string };

/** The active member with this address, or null. */
export async function findMember(ctx: TenantContext, email: string): Promise<Member | null> {
  return read(ctx, async (tx) => {
    const [member] = await tx
      .select(memberColumns)
      .from(users)
      .where(inTenant(ctx, users, eq(users.email, email), eq(users.status, "active")));
    return member ?? null;
  });
}

/** @throws DomainError `conflict` when the address already belongs to a member, `invalid` when it is none */
export async function addMember(ctx: MemberContext, input: NewMember): Promise<Member> {
  const email = parseEmail(input.email);
  try {
    return await mutate(ctx, { action: "member.add", role: "admin" }, async (tx) => {
      const [member] = await tx
        .insert(users)
        .values({ tenantId: ctx.tenantId, email, name: input.name, role: input.role, title: input.title ?? "" })
        .returning(memberColumns);
      if (!member) throw new Error("The member was not added.");
      return { row: member, subject: subjectOf(member), after: { email, role: input.role } };
    });
  } catch (error) {
    if (isDuplicate(error)) throw new DomainError("conflict", `${email} is already a member.`);
    throw error;
  }
}

/**
 * Takes effect on the member's next request, since the role is read on every one.
 * @throws DomainError `not_found`; `conflict` when it would leave the organisation without an admin
 */
export async function changeRole(ctx: MemberContext, input: { email: string; role: Role }): Promise<Member> {
  return mutate(ctx, { action: "member.change_role", role: "admin" }, async (tx) => {
    const before = await activeMember(tx, ctx, input.email);
    if (before.role === input.role) return { row: before, unchanged: true };
    if (before.role === "admin" && input.role !== "admin") await refuseLastAdmin(tx, ctx, before);
    const member = { ...before, role: input.role };
    await tx
      .update(users)
      .set({ role: input.role })
      .where(inTenant(ctx, users, eq(users.id, member.id)));
    return { row: member, subject: subjectOf(member), before: { role: before.role }, after: { role: input.role } };
  });
}

/**
 * Ends a membership and every session of it. What the member wrote stays, under their name.
 * @throws DomainError `not_found`; `conflict` when it would leave the organisation without an admin
 */
export async function removeMember(ctx: MemberContext, email: string): Promise<Member> {
  return mutate(ctx, { action: "member.remove", role: "admin" }, async (tx) => {
    const member = await activeMember(tx, ctx, email);
    if (member.role === "admin") await refuseLastAdmin(tx, ctx, member);
    await tx
      .update(users)
      .set({ status: "removed" })
      .where(inTenant(ctx, users, eq(users.id, member.id)));
    await tx
      .update(sessions)
      .set({ revokedAt: sql`now()` })
      .where(inTenant(ctx, sessions, eq(sessions.userId, member.id)));
    return { row: member, subject: subjectOf(member), before: { role: member.role } };
  });
}

async function activeMember(tx: Transaction, ctx: TenantContext, email: string): Promise<Member> {
  const [member] = await tx
    .select(memberColumns)
    .from(users)
    .where(inTenant(ctx, users, eq(users.email, parseEmail(email)), eq(users.status, "active")))
    .for("update");
  if (!member) throw new DomainError("not_found", `${email} is not a member.`);
  return member;
}

async function refuseLastAdmin(tx: Transaction, ctx: TenantContext, member: Member): Promise<void> {
  // The other admins are locked too: two demotions at once must not each count on the other one staying.
  const others = await tx
    .select({ id: users.id })
    .from(users)
    .where(inTenant(ctx, users, and(eq(users.role, "admin"), eq(users.status, "active"), ne(users.id, member.id))))
    .for("update");
  if (others.length === 0)
    throw new DomainError("conflict", `${member.name} is the only admin. Make somebody else an admin first.`);
}

const subjectOf = (member: Member) => ({ type: "member" as const, id: member.id, name: member.name });
