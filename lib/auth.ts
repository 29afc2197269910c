import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import type { TenantContext } from "./context";
import { env } from "./env";
import { DomainError } from "./errors";
import { emailInput } from "./inputs/email";
import { safeNextPath } from "./next-path";
import { openHall } from "./services/hall";
import { closeSession, type OpenedSession, openDemoSession, SESSION_SECONDS } from "./services/sessions";
import { spendSignInLink } from "./services/sign-in-links";
import { cookieName, cookieOptions, jwtOf, type SessionToken } from "./session-cookie";

// next-auth then takes its own address from X-Forwarded-Host, which the middleware has overwritten with the checked host.
// A fixed NEXTAUTH_URL would send every organisation's people to one address.
process.env.AUTH_TRUST_HOST = "1";
delete process.env.NEXTAUTH_URL;

/** next-auth for one request: its providers, cookies and checks all belong to the hall that was asked. */
export function authOptions(ctx: TenantContext): NextAuthOptions {
  return {
    secret: env().secret,
    logger: { error: logUnlessStale },
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    jwt: jwtOf(ctx.tenantId),
    pages: { signIn: "/login", signOut: "/login", error: "/login", verifyRequest: "/login" },
    providers: env().demo ? [linkProvider(ctx), demoProvider(ctx)] : [linkProvider(ctx)],
    useSecureCookies: env().publicProtocol === "https",
    cookies: {
      sessionToken: { name: cookieName("session"), options: cookieOptions() },
      csrfToken: { name: cookieName("csrf"), options: cookieOptions() },
      callbackUrl: { name: cookieName("callback"), options: cookieOptions() },
    },
    callbacks: {
      // `trigger: "update"` carries whatever the client likes to say; nothing of it is ever taken over.
      jwt: async ({ token, user }) => (user ? tokenOf(ctx, user) : liveToken(ctx, token)),
      session: ({ session }) => session,
      redirect: ({ url, baseUrl }) => baseUrl + pathWithin(url, baseUrl),
    },
    events: { signOut: ({ token }) => endSession(ctx, token?.sid) },
  };
}

function linkProvider(ctx: TenantContext) {
  return CredentialsProvider({
    id: "link",
    name: "E-mailed link",
    credentials: { token: {} },
    authorize: (given) =>
      opened(z.object({ token: z.string().min(20).max(200) }), given, (input) => spendSignInLink(ctx, input)),
  });
}

function demoProvider(ctx: TenantContext) {
  return CredentialsProvider({
    id: "demo",
    name: "Demo",
    credentials: { email: {} },
    authorize: (given) => opened(z.object({ email: emailInput }), given, (input) => openDemoSession(ctx, input)),
  });
}

async function opened<Input>(schema: z.ZodType<Input>, given: unknown, open: (input: Input) => Promise<OpenedSession>) {
  const parsed = schema.safeParse(given);
  if (!parsed.success) return null;
  try {
    const { sessionId, member } = await open(parsed.data);
    return { id: member.id, sessionId };
  } catch (error) {
    // Null is next-auth's “no”: the page then says the same for every reason.
    if (error instanceof DomainError && error.code !== "unavailable") return null;
    throw error;
  }
}

function tokenOf(ctx: TenantContext, user: { id: string; sessionId?: string }): SessionToken {
  if (!user.sessionId) throw new Error("A sign-in came without its session.");
  return { tid: ctx.tenantId, sid: user.sessionId };
}

/** The token as it was, if its session still is one. Throwing makes next-auth clear the cookie. */
async function liveToken<Token>(ctx: TenantContext, token: Token & { sid?: unknown }): Promise<Token> {
  const hall = typeof token.sid === "string" ? await openHall(ctx, { sessionId: token.sid }) : null;
  if (!hall?.member) throw new Error("The session has ended.");
  return token;
}

async function endSession(ctx: TenantContext, sessionId: unknown): Promise<void> {
  if (typeof sessionId !== "string") return;
  const member = (await openHall(ctx, { sessionId }))?.member;
  if (member) await closeSession({ ...ctx, member }, { sessionId });
}

function pathWithin(url: string, baseUrl: string): string {
  if (url.startsWith("/")) return safeNextPath(url);
  if (!URL.canParse(url) || new URL(url).origin !== new URL(baseUrl).origin) return "/";
  const { pathname, search } = new URL(url);
  return safeNextPath(pathname + search);
}

// A cookie that has ended or is another hall's is an everyday thing: it is cleared, not reported.
function logUnlessStale(code: string, details: unknown): void {
  if (code !== "JWT_SESSION_ERROR") console.error(code, details);
}
