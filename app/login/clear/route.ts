import type { NextRequest } from "next/server";
import { safeNextPath } from "@/lib/next-path";
import { cookieName, cookieOptions } from "@/lib/session-cookie";
import { requireTenant } from "@/lib/tenant";

/** Clears a session cookie that no longer means anything. A live one stays: a link to here must sign nobody out. */
export async function GET(request: NextRequest): Promise<Response> {
  const { staleCookie } = await requireTenant();
  const next = safeNextPath(request.nextUrl.searchParams.get("next"));
  const headers = new Headers({ location: next === "/" ? "/login" : `/login?next=${encodeURIComponent(next)}` });
  const secure = cookieOptions().secure ? "; Secure" : "";
  if (staleCookie)
    headers.set("set-cookie", `${cookieName("session")}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`);
  return new Response(null, { status: 303, headers });
}
