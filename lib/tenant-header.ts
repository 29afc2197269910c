/** Set by the middleware alone, which first deletes whatever the client sent under these names. */
export const TENANT_HEADER = "x-guildhall-tenant";
export const PROOF_HEADER = "x-guildhall-proof";
/** The host as the visitor sees it, port and all. */
export const HOST_HEADER = "x-guildhall-host";
/** The path and query that were asked for, which a page cannot see by itself. */
export const PATH_HEADER = "x-guildhall-path";

const LIFE_IN_SECONDS = 60;

const encoder = new TextEncoder();

async function sign(text: string, secret: string): Promise<string> {
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
  ]);
  const signature = new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(`tenant-header:${text}`)));
  return Array.from(signature, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A word of ours, good for a minute, that this request was seen on that organisation's own host. Next re-fetches some
 * server actions and redirects from itself as `localhost`, where the host no longer names anybody (vercel/next.js#96344):
 * the second pass is recognised by this proof. It travels in request headers only, so no client ever holds one.
 */
export async function proveTenant(slug: string, secret: string, now = Date.now()): Promise<string> {
  const seconds = Math.floor(now / 1000);
  return `${seconds}.${await sign(`${slug}.${seconds}`, secret)}`;
}

/** Whether a proof was made by this deployment, for this organisation, within the last minute. */
export async function proofHolds(
  slug: string,
  proof: string | null,
  secret: string,
  now = Date.now(),
): Promise<boolean> {
  const [made, signature, ...rest] = proof?.split(".") ?? [];
  if (!made || !signature || rest.length > 0 || !/^\d{1,12}$/.test(made)) return false;
  const age = now / 1000 - Number(made);
  if (age < -5 || age > LIFE_IN_SECONDS) return false;
  return equalInConstantTime(signature, await sign(`${slug}.${made}`, secret));
}

function equalInConstantTime(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < b.length; i++) difference |= (a.charCodeAt(i) || 0) ^ b.charCodeAt(i);
  return difference === 0;
}
