import type { TenantContext } from "@/lib/context";
import { env } from "@/lib/env";
import type { BrowseInput } from "@/lib/inputs/browse";
import { sealTrace } from "@/lib/search-trace";

/** What the page tells the log of this search. Null for a list that only narrows, orders or continues one. */
export function traceSearch(
  ctx: TenantContext,
  asked: BrowseInput,
  found: { results: number; isClose: boolean },
): string | null {
  const isWhole = !asked.category && asked.tags.length === 0 && !asked.author && !asked.cursor;
  if (!asked.q || !isWhole || asked.sort !== "relevance") return null;
  return sealTrace(env().secret, ctx.tenantId, { query: asked.q, ...found });
}
