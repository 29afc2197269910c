import { decode, encode, type JWTDecodeParams, type JWTEncodeParams } from "next-auth/jwt";
import { env } from "./env";

/** What the cookie says: a row of `sessions`, and the one tenant in whose hall it was opened. Never a role. */
export type SessionToken = { tid: string; sid: string };

/** `__Host-` makes a browser refuse the cookie from anybody but this exact host, over https. */
export const cookieName = (noun: "session" | "csrf" | "callback"): string =>
  `${env().publicProtocol === "https" ? "__Host-" : ""}guildhall.${noun}`;

export const cookieOptions = () => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure: env().publicProtocol === "https",
});

/** Reads a session cookie. Null for one that is garbage, out of date, signed by another deployment, or another hall's. */
export async function readSessionCookie(value: string | undefined, tenantId: string): Promise<SessionToken | null> {
  if (!value || value.length > 4_000) return null;
  try {
    const token = await decode({ token: value, secret: env().secret });
    if (!token || token.tid !== tenantId || typeof token.sid !== "string") return null;
    return { tid: tenantId, sid: token.sid };
  } catch {
    return null;
  }
}

/** next-auth's own encoding, except that a token of another hall decodes to nothing. */
export const jwtOf = (tenantId: string) => ({
  encode: (params: JWTEncodeParams) => encode(params),
  decode: async (params: JWTDecodeParams) => {
    const token = await decode(params);
    return token?.tid === tenantId ? token : null;
  },
});
