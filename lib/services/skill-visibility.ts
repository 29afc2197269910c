import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { skills, users } from "@/db/schema";
import type { MemberContext, TenantContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { inTenant } from "./scope";

/** What everybody in the hall may list and find. */
export const isListed = and(eq(skills.status, "published"), eq(skills.visibility, "tenant")) as SQL;

/** What one viewer may open: whatever is listed, and the archived or private skills that they wrote; an admin, all. */
export function isVisibleTo(ctx: TenantContext, viewerId: string | null | undefined): SQL {
  if (!viewerId) return isListed;
  return or(isListed, eq(skills.authorId, viewerId), isAdmin(ctx, viewerId)) as SQL;
}

/** Whether this person is an active admin, as an expression inside another query. */
export function isAdmin(ctx: TenantContext, userId: string): SQL<boolean> {
  const thisAdmin = inTenant(ctx, users, eq(users.id, userId), eq(users.role, "admin"), eq(users.status, "active"));
  return sql<boolean>`exists (select 1 from ${users} where ${thisAdmin})`;
}

/** @throws DomainError `forbidden` unless the member wrote the skill or is an admin */
export function refuseUnlessOwn(ctx: MemberContext, skill: { authorId: string; name: string }): void {
  if (skill.authorId === ctx.member.id || ctx.member.role === "admin") return;
  throw new DomainError("forbidden", `Only the author of “${skill.name}” or an admin can change it.`);
}

export const noSuchSkill = (slug: string) =>
  new DomainError("not_found", `There is no skill called “${slug.slice(0, 64)}”.`);
