import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";
import { plainPage } from "@/lib/plain-page";
import { HOST_HEADER, PATH_HEADER, PROOF_HEADER, proofHolds, proveTenant, TENANT_HEADER } from "@/lib/tenant-header";
import { readHost } from "@/lib/tenant-host";

// There is no `matcher`: a matcher has gaps, and what it misses would keep the headers a client sent. Told to run in Node, it is
// spared the sandbox that Next builds around it otherwise, a tenth of a page's time on the server.
export const config = { runtime: "nodejs" };

// Never the client's to say: which organisation this is, what Next decided about the request, and which nonce is good.
const NOT_THE_CLIENTS = [
  TENANT_HEADER,
  PROOF_HEADER,
  PATH_HEADER,
  "x-nonce",
  "content-security-policy",
  "x-middleware-subrequest",
];

const PUBLIC_OF_THE_BARE_DOMAIN = new Set(["/icon.svg", "/robots.txt"]);

// What people have uploaded. It is answered for saving; should a browser show it all the same, nothing of it may run. Said
// here because a policy that a route sets gives way to this one's.
const FILES = /^\/(logo|skills\/[^/]+\/(download|raw\/.*))$/;
const FILE_POLICY = "default-src 'none'; sandbox";

export async function middleware(request: NextRequest): Promise<Response> {
  const { pathname } = request.nextUrl;
  if (pathname.startsWith("/_next/static/")) return NextResponse.next();
  if (pathname === "/api/health/live" || pathname === "/api/health/ready") return pass(request, null);

  const slug = await provenTenant(request);
  if (slug) return pass(request, slug);

  const host = readHost(request.headers.get("host"), env().rootDomain);
  if (host.kind === "unknown") return plainPage(404, "Nothing here", "No organisation has its hall at this address.");
  if (!isOwnRequest(request)) {
    return plainPage(403, "Refused", "This form was sent from another site. Open the page here and send it again.");
  }
  if (host.kind === "tenant") return pass(request, host.slug);
  if (PUBLIC_OF_THE_BARE_DOMAIN.has(pathname)) return pass(request, null);
  if (pathname !== "/") return plainPage(404, "Nothing here", "There is no such page on this address.");
  return pass(request, null, "/welcome");
}

/** The organisation of a request that Next made to itself, which arrives as `localhost` with the proof of its first pass. */
async function provenTenant(request: NextRequest): Promise<string | null> {
  const slug = request.headers.get(TENANT_HEADER);
  const proof = request.headers.get(PROOF_HEADER);
  return slug && proof && (await proofHolds(slug, proof, env().secret)) ? slug : null;
}

/**
 * Whether a request that may change something says that it comes from this very host. Next lets a form without an Origin
 * through, and to a browser a neighbouring organisation is the same site, so neither it nor SameSite is enough.
 */
function isOwnRequest(request: NextRequest): boolean {
  if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return true;
  const origin = request.headers.get("origin");
  if (!origin) return request.headers.get("sec-fetch-site") === "same-origin";
  return URL.canParse(origin) && new URL(origin).host === request.headers.get("host")?.toLowerCase();
}

async function pass(request: NextRequest, slug: string | null, rewriteTo?: string): Promise<Response> {
  const { secret, publicProtocol } = env();
  const headers = new Headers(request.headers);
  const visited = visitedHost(request, slug);
  for (const name of NOT_THE_CLIENTS) headers.delete(name);
  for (const name of [...headers.keys()])
    if (name.startsWith("x-forwarded-") && name !== "x-forwarded-for") headers.delete(name);
  headers.set("x-forwarded-host", visited);
  headers.set("x-forwarded-proto", publicProtocol);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  if (slug) {
    headers.set(TENANT_HEADER, slug);
    headers.set(HOST_HEADER, visited);
    if (mayComeAgain(request, slug)) headers.set(PROOF_HEADER, await proveTenant(slug, secret));
  }
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = FILES.test(request.nextUrl.pathname) ? FILE_POLICY : contentSecurityPolicy(nonce);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);

  const response = rewriteTo
    ? NextResponse.rewrite(new URL(rewriteTo + request.nextUrl.search, request.url), { request: { headers } })
    : NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("x-frame-options", "DENY");
  if (publicProtocol === "https") response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

/**
 * Whether Next may make a request to itself out of this one, for which alone the proof is there: out of an action, or out of
 * what came from one. A page that is only read is spared the signature.
 */
function mayComeAgain(request: NextRequest, slug: string): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return true;
  const host = readHost(request.headers.get("host"), env().rootDomain);
  return host.kind !== "tenant" || host.slug !== slug;
}

/** The host as the visitor sees it. On Next's own second pass that is what the first pass wrote down. */
function visitedHost(request: NextRequest, slug: string | null): string {
  const host = request.headers.get("host")?.toLowerCase() ?? "";
  const writtenDown = request.headers.get(HOST_HEADER);
  // A slug whose host does not name it was proven, so this header is ours too.
  const own = readHost(host, env().rootDomain).kind === "tenant";
  return slug && writtenDown && !own ? writtenDown : host;
}

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // Style attributes carry an organisation's accent; style sheets still come from here alone.
    "style-src 'self' 'unsafe-inline'",
    // No outside image: one in a skill's text would tell its owner who reads it.
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
