import type { AsyncLocalStorage } from "node:async_hooks";

/** What our server remembers of one request; see scripts/support/server.mjs. `silent`: the database has not answered it. */
type Outcome = { unavailable: boolean; silent?: boolean };

const shared = globalThis as typeof globalThis & { guildhallRequests?: AsyncLocalStorage<Outcome> };

/** What is remembered of the request that is being served; undefined in scripts, which serve none. */
export function currentOutcome(): Outcome | undefined {
  return shared.guildhallRequests?.getStore();
}

/**
 * Notes that this request failed because something we depend on is away. A page cannot choose its status when it throws:
 * Next answers 500, and our server makes that a 503 with Retry-After.
 */
export function noteUnavailable(): void {
  const outcome = currentOutcome();
  if (outcome) outcome.unavailable = true;
}
