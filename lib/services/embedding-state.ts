import { and, eq, isNotNull, sql } from "drizzle-orm";
import { embeddingEndpoints, skillEmbeddings, skills } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { bundledEmbedder } from "@/lib/embeddings/bundled";
import { env } from "@/lib/env";
import type { HallEmbedder } from "./embedders";
import { failureSeen } from "./embedding-failures";
import { isMissing } from "./embedding-rows";
import { inTenant } from "./scope";
import { read } from "./unit";

/** How far a hall's skills are embedded: `done` of `total` have a vector of the model in use. */
export type EmbeddingState = {
  model: string;
  source: HallEmbedder["source"];
  total: number;
  done: number;
  /** How the model last failed, in a sentence; null while it answers. */
  failure: string | null;
  failedAt: Date | null;
  /** The hall's own endpoint. `revision` tells a later state of it from this one. */
  endpoint: { url: string; hasKey: boolean; revision: string } | null;
};

/** One statement. */
export async function findEmbeddingState(ctx: TenantContext): Promise<EmbeddingState> {
  const shared = env().embedding;
  const usual = shared?.model ?? bundledEmbedder().model;
  const { url, model, keySealed, updatedAt, failure, failedAt } = embeddingEndpoints;
  const inUse = sql`coalesce((select ${model} from ${embeddingEndpoints} where ${inTenant(ctx, embeddingEndpoints)}), ${usual})`;
  const counted = sql`select count(*)::int as total, (count(*) filter (where not ${isMissing(inUse)}))::int as done
    from ${skills} left join ${skillEmbeddings} on ${inTenant(ctx, skillEmbeddings, eq(skillEmbeddings.skillId, skills.id))}
    where ${inTenant(ctx, skills, and(eq(skills.status, "published"), isNotNull(skills.latestVersion)))}`;
  const [row] = await read(ctx, (tx) =>
    tx
      .select({
        url,
        model,
        updatedAt,
        failure,
        failedAt,
        hasKey: sql<boolean>`${keySealed} is not null`,
        total: sql<number>`counted.total`,
        done: sql<number>`counted.done`,
      })
      .from(sql`(${counted}) as counted`)
      .leftJoin(embeddingEndpoints, inTenant(ctx, embeddingEndpoints)),
  );
  const { total = 0, done = 0 } = row ?? {};
  if (row?.url && row.model && row.updatedAt) {
    const endpoint = { url: row.url, hasKey: row.hasKey, revision: row.updatedAt.toISOString() };
    return { model: row.model, source: "hall", total, done, failure: row.failure, failedAt: row.failedAt, endpoint };
  }
  // Nobody's row: what this very process has seen is all there is to tell.
  const seen = failureSeen(ctx, usual);
  const told = { failure: seen?.sentence ?? null, failedAt: seen?.at ?? null };
  return { model: usual, source: shared ? "deployment" : "bundled", total, done, ...told, endpoint: null };
}
