import { eq, sql } from "drizzle-orm";
import { embeddingEndpoints, skillEmbeddings } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { bundledEmbedder } from "@/lib/embeddings/bundled";
import type { Embedder } from "@/lib/embeddings/embedder";
import { endpointEmbedder } from "@/lib/embeddings/endpoint";
import { EmbeddingFailure } from "@/lib/embeddings/failure";
import { env } from "@/lib/env";
import { type SealFor, unseal } from "@/lib/sealed";
import { inTenant } from "./scope";
import { read } from "./unit";

type Hall = Pick<TenantContext, "tenantId">;

/** An embedder, and whose it is: brought along, the deployment's endpoint, or the hall's own. Only the first needs no network. */
export type HallEmbedder = Embedder & { source: "bundled" | "deployment" | "hall" };

/** The embedder that a hall uses now: its own endpoint, else the deployment's, else the bundled one. One statement. */
export async function embedderOf(ctx: Hall): Promise<HallEmbedder> {
  const shared = env().embedding;
  const [row] = await read(ctx, (tx) =>
    tx
      .select({
        url: embeddingEndpoints.url,
        model: embeddingEndpoints.model,
        keySealed: embeddingEndpoints.keySealed,
        dimensions: storedDimensions(ctx, shared?.model ?? null),
      })
      .from(sql`(select 1) as one`)
      .leftJoin(embeddingEndpoints, inTenant(ctx, embeddingEndpoints)),
  );
  const dimensions = row?.dimensions ?? null;
  if (row?.url && row.model) {
    return ownEmbedder(ctx, { url: row.url, model: row.model, keySealed: row.keySealed, dimensions });
  }
  if (!shared) return { ...bundledEmbedder(), source: "bundled" };
  return withSource(endpointEmbedder({ ...shared, reach: "anywhere", dimensions }), "deployment");
}

/** How long the stored vectors of the model in use are; null while there are none. */
function storedDimensions(ctx: Hall, sharedModel: string | null) {
  const inUse = sql`coalesce(${embeddingEndpoints.model}, ${sharedModel})`;
  return sql<number | null>`(select ${skillEmbeddings.dimensions} from ${skillEmbeddings}
    where ${inTenant(ctx, skillEmbeddings, eq(skillEmbeddings.model, inUse))} limit 1)`;
}

type OwnEndpoint = { url: string; model: string; keySealed: Uint8Array | null; dimensions: number | null };

function ownEmbedder(ctx: Hall, { keySealed, ...endpoint }: OwnEndpoint): HallEmbedder {
  const key = keySealed && unseal(keySealed, sealedFor(ctx));
  const own = endpointEmbedder({ ...endpoint, key, reach: ownReach() });
  if (keySealed && key === null) own.embed = () => Promise.reject(new EmbeddingFailure("fixed", LOST_KEY));
  return withSource(own, "hall");
}

const LOST_KEY = "Its key cannot be read any more, since this server’s secret has changed. Enter the key again.";

// Assigned, not spread: an endpoint's number of dimensions is known only later.
const withSource = (embedder: Embedder, source: HallEmbedder["source"]): HallEmbedder =>
  Object.assign(embedder, { source });

/** How far a hall's own endpoint may reach: what an admin enters must not open the operator's network to them. */
export const ownReach = (): "anywhere" | "public" => (env().embeddingAllowPrivate ? "anywhere" : "public");

/** What a hall's key is sealed for. */
export const sealedFor = (ctx: Hall): SealFor => ({
  secret: env().secret,
  purpose: "embedding key",
  owner: ctx.tenantId,
});
