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
  const token = await opened(value);
  return token?.tid === tenantId ? { tid: token.tid, sid: token.sid } : null;
}

type OpenedToken = SessionToken & { expiresAtMs: number };

// Deriving the key and decrypting cost as much as a query, and a browser sends the same cookie with every request. What a
// cookie says never changes; whether its session still is one stands in the database and is asked there each time.
const known = new Map<string, OpenedToken>();
const MOST_KNOWN = 1_000;

async function opened(value: string): Promise<OpenedToken | null> {
  const before = known.get(value);
  if (before) return before.expiresAtMs > Date.now() ? before : null;
  const token = await decode({ token: value, secret: env().secret }).catch(() => null);
  if (!token || typeof token.tid !== "string" || typeof token.sid !== "string" || typeof token.exp !== "number")
    return null;
  if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value ?? "");
  const read = { tid: token.tid, sid: token.sid, expiresAtMs: token.exp * 1000 };
  known.set(value, read);
  return read;
}

/** next-auth's own encoding, except that a token of another hall decodes to nothing. */
export const jwtOf = (tenantId: string) => ({
  encode: (params: JWTEncodeParams) => encode(params),
  decode: async (params: JWTDecodeParams) => {
    const token = await decode(params);
    return token?.tid === tenantId ? token : null;
  },
});
