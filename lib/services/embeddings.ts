// Everything that search and publishing need of embeddings.
import type { TenantContext } from "@/lib/context";
import { passageText, type SkillText } from "@/lib/embeddings/skill-text";
import { embedderOf } from "./embedders";
import { inputHash, type Made } from "./embedding-rows";

export { embedderOf } from "./embedders";
export { embedMissing } from "./embedding-missing";
export { embedQuery, type QueryVector } from "./embedding-query";
export { type Made, saveEmbedding, saveEmbeddings } from "./embedding-rows";
export { type EmbeddingState, findEmbeddingState } from "./embedding-state";
export { wakeEmbedding } from "./embedding-worker";

/**
 * A skill's vector, made before a unit is opened and saved inside it by `saveEmbedding`. Null where the hall's model is behind
 * a network: then nobody waits for it, and the worker does it afterwards.
 */
export async function embeddingFor(ctx: TenantContext, skill: SkillText): Promise<Made | null> {
  const [made] = await embeddingsFor(ctx, [skill]);
  return made ?? null;
}

/** The same for several skills, in their order. */
export async function embeddingsFor(ctx: TenantContext, skills: SkillText[]): Promise<(Made | null)[]> {
  const embedder = await embedderOf(ctx);
  if (embedder.source !== "bundled") return skills.map(() => null);
  const vectors = await embedder.embed(skills.map(passageText));
  return skills.map((skill, at) => {
    const vector = vectors[at];
    return vector ? { model: embedder.model, vector, inputHash: inputHash(embedder.model, skill) } : null;
  });
}
