import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Member, TenantContext } from "./context";
import { env } from "./env";
import { type Hall, openHall } from "./services/hall";
import { findTenantId } from "./services/tenants";
import { cookieName, readSessionCookie } from "./session-cookie";
import { PROOF_HEADER, proofHolds, TENANT_HEADER } from "./tenant-header";
import { readHost } from "./tenant-host";

export type HallRequest = {
  ctx: TenantContext;
  hall: Hall;
  member: Member | null;
  sessionId: string | null;
  /** The browser sent a session that is no longer one; it wants clearing. */
  staleCookie: boolean;
};

/** The organisation that the middleware named, held against the host once more; null when the two do not agree. */
async function requestedSlug(): Promise<string | null> {
  const sent = await headers();
  const named = sent.get(TENANT_HEADER);
  if (!named) return null;
  const host = readHost(sent.get("host"), env().rootDomain);
  if (host.kind === "tenant") return host.slug === named ? named : null;
  return (await proofHolds(named, sent.get(PROOF_HEADER), env().secret)) ? named : null;
}

/** Whose data this request may see at all, without saying anything yet about who asks. Null where there is no hall. */
export const findTenantContext = cache(async (): Promise<TenantContext | null> => {
  const slug = await requestedSlug();
  const tenantId = slug && (await findTenantId(slug));
  if (!tenantId) return null;
  const sent = await headers();
  return { tenantId, slug, address: addressOf(sent), userAgent: sent.get("user-agent") };
});

/** The hall of this request and the member who asks: two statements, once a request. Null where there is no open hall. */
export const findHallRequest = cache(async (): Promise<HallRequest | null> => {
  const ctx = await findTenantContext();
  if (!ctx) return null;
  const cookie = (await cookies()).get(cookieName("session"))?.value;
  const session = await readSessionCookie(cookie, ctx.tenantId);
  const opened = await openHall(ctx, { sessionId: session?.sid ?? null });
  if (!opened) return null;
  const { hall, member } = opened;
  return {
    ctx,
    hall,
    member,
    sessionId: member && session ? session.sid : null,
    staleCookie: cookie !== undefined && !member,
  };
});

// Next fills the header with the connection's address when the client sent none. A proxy that is trusted appends the true
// one at the end; without such a proxy our server has already dropped what the client claimed.
function addressOf(sent: Headers): string | null {
  const address = sent.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return address ? address.replace(/^::ffff:/, "").slice(0, 64) : null;
}
