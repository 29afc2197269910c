import type { TenantContext } from "@/lib/context";

/** A query as a vector of one model, or why there is none. */
export type QueryVector = { model: string; vector: Float32Array } | { unavailable: string };

export type EmbedQuery = (ctx: TenantContext, q: string) => Promise<QueryVector>;
