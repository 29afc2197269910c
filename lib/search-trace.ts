import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { loggedQuery } from "./inputs/logged-query";

/** One search as the page that answered it tells the log. `madeAt` is in seconds. */
export type SearchTrace = { id: string; query: string; results: number; isClose: boolean; madeAt: number };

const traceShape = z.strictObject({
  id: z.uuid(),
  query: z.string().min(1),
  results: z.number().int().min(0),
  isClose: z.boolean(),
  madeAt: z.number().int(),
});

// A page may stand open for a day; what comes later is a copy of somebody's.
const LIFE_IN_SECONDS = 86_400;

const markOf = (secret: string, tenantId: string, text: string): Buffer =>
  createHmac("sha256", secret).update(`search-trace:${tenantId}:${text}`).digest().subarray(0, 16);

/**
 * What the search page gives its reader's browser to send back once the search has come to rest. Sealed, so that a report of
 * searches cannot be filled with counts that no search gave, and bound to its hall. Null for what the log does not keep.
 */
export function sealTrace(
  secret: string,
  tenantId: string,
  search: { query: string; results: number; isClose: boolean },
  now = Date.now(),
): string | null {
  const query = loggedQuery(search.query);
  if (query === null) return null;
  const trace: SearchTrace = { ...search, query, id: randomUUID(), madeAt: Math.floor(now / 1000) };
  const text = JSON.stringify(trace);
  return Buffer.concat([markOf(secret, tenantId, text), Buffer.from(text)]).toString("base64url");
}

/** What was sealed for this hall within a day; null for anything else. */
export function openTrace(secret: string, tenantId: string, sealed: string, now = Date.now()): SearchTrace | null {
  const bytes = Buffer.from(sealed, "base64url");
  const text = bytes.subarray(16).toString();
  if (bytes.length <= 16 || !timingSafeEqual(bytes.subarray(0, 16), markOf(secret, tenantId, text))) return null;
  const trace = traceShape.parse(JSON.parse(text));
  return Math.abs(now / 1000 - trace.madeAt) <= LIFE_IN_SECONDS ? trace : null;
}
