import type { AsyncLocalStorage } from "node:async_hooks";

/** What our server remembers of one request; see scripts/support/server.mjs. */
type Outcome = { unavailable: boolean };

const shared = globalThis as typeof globalThis & { guildhallRequests?: AsyncLocalStorage<Outcome> };

/**
 * Notes that this request failed because something we depend on is away. A page cannot choose its status when it throws:
 * Next answers 500, and our server makes that a 503 with Retry-After.
 */
export function noteUnavailable(): void {
  const outcome = shared.guildhallRequests?.getStore();
  if (outcome) outcome.unavailable = true;
}
