import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { Member, MemberContext, TenantContext } from "./context";
import { findHallRequest, type HallRequest } from "./hall-request";
import { atLeast, type Role } from "./roles";
import type { Hall } from "./services/hall";
import { PATH_HEADER } from "./tenant-header";

/** The hall at this address, whoever asks. For the few pages that a stranger may see: signing in, the logo. */
export async function requireTenant(): Promise<HallRequest> {
  return (await findHallRequest()) ?? notFound();
}

/** Somebody who may read here: a member, or anyone at all if the hall is open to public reading. */
export async function requireReader(): Promise<{ ctx: TenantContext; hall: Hall; member: Member | null }> {
  const { ctx, hall, member, staleCookie } = await requireTenant();
  if (!member && hall.access !== "public") return toSignIn(staleCookie);
  return { ctx, hall, member };
}

/** A member with at least this role. To one below it, the page does not exist. */
export async function requireMember(
  role: Role = "viewer",
): Promise<{ ctx: MemberContext; hall: Hall; member: Member; sessionId: string }> {
  const { ctx, hall, member, sessionId, staleCookie } = await requireTenant();
  if (!member || !sessionId) return toSignIn(staleCookie);
  if (!atLeast(member.role, role)) notFound();
  return { ctx: { ...ctx, member }, hall, member, sessionId };
}

/** To the sign-in page, and from there back here. A dead cookie is cleared on the way, so that it can never make a loop. */
async function toSignIn(staleCookie: boolean): Promise<never> {
  const path = (await headers()).get(PATH_HEADER) ?? "/";
  const query = path === "/" ? "" : `?next=${encodeURIComponent(path)}`;
  redirect(staleCookie ? `/login/clear${query}` : `/login${query}`);
}
