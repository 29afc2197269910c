// One label of 1–32 letters, digits and inner hyphens.
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/;

// Names that people, mail systems and certificates take for the operator's own.
const RESERVED = new Set(
  (
    "_dmarc about account accounts admin api app apps assets auth autoconfig autodiscover billing blog cdn cloud dashboard demo dev " +
    "docs download email files ftp git guildhall help home host imap internal localhost login logout mail mcp media metrics " +
    "mobile ns ns1 ns2 pop postmaster registry root security settings shop signin signup skills smtp sso staging static " +
    "status store support system test url vpn web webmail welcome wpad ws www"
  ).split(" "),
);

/** Whether a name can be an organisation's address: well formed, not `xn--…`, and not one of the operator's own. */
export function isTenantSlug(slug: string): boolean {
  return SLUG.test(slug) && !slug.includes("--") && !RESERVED.has(slug);
}

export type HostMeaning = { kind: "tenant"; slug: string } | { kind: "apex" } | { kind: "unknown" };

/**
 * What a `Host` header names: one organisation, the bare domain, or nothing of ours. Case, port and one trailing dot do
 * not matter. An address that is malformed, reserved or nested is `unknown`; there is no default tenant.
 */
export function readHost(host: string | null | undefined, rootDomain: string): HostMeaning {
  if (!host || host.length > 260) return { kind: "unknown" };
  const match = /^([a-z0-9.-]+?)\.?(?::\d{1,5})?$/.exec(host.toLowerCase());
  const name = match?.[1];
  if (!name) return { kind: "unknown" };
  if (name === rootDomain || name === `www.${rootDomain}`) return { kind: "apex" };
  if (!name.endsWith(`.${rootDomain}`)) return { kind: "unknown" };
  const label = name.slice(0, -rootDomain.length - 1);
  return isTenantSlug(label) ? { kind: "tenant", slug: label } : { kind: "unknown" };
}
