import type { TenantContext } from "@/lib/context";

/** A query as a vector of one model, or why there is none. */
export type QueryVector = { model: string; vector: Float32Array } | { unavailable: string };

export type EmbedQuery = (ctx: TenantContext, q: string) => Promise<QueryVector>;

/** Until a hall has embeddings, its search goes by words. */
export const withoutVector: EmbedQuery = async () => ({ unavailable: "Search by meaning is not set up yet." });
