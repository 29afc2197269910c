const shared = globalThis as typeof globalThis & { guildhallEmptyAddresses?: Map<string, number> };

/** Milliseconds after which a hall that was founded by another process is found by this one at the latest. */
const REMEMBERED_FOR = 3_000;
const MOST_REMEMBERED = 1_000;

function remembered(): Map<string, number> {
  shared.guildhallEmptyAddresses ??= new Map();
  return shared.guildhallEmptyAddresses;
}

/** Whether the database has said within the last three seconds that no hall is at this address. */
export function isKnownEmpty(slug: string): boolean {
  return (remembered().get(slug) ?? 0) > performance.now();
}

export function noteEmpty(slug: string): void {
  const addresses = remembered();
  addresses.delete(slug);
  addresses.set(slug, performance.now() + REMEMBERED_FOR);
  // A map keeps the order in which it was filled: its first is the one that was asked for longest ago.
  const [oldest] = addresses.keys();
  if (addresses.size > MOST_REMEMBERED && oldest !== undefined) addresses.delete(oldest);
}

export function forgetEmpty(slug: string): void {
  remembered().delete(slug);
}
