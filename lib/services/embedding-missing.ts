import { and, eq, gt, sql } from "drizzle-orm";
import { skillEmbeddings, skills, skillVersions } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { EmbeddingFailure } from "@/lib/embeddings/failure";
import { passageText, type SkillText } from "@/lib/embeddings/skill-text";
import { embedderOf, type HallEmbedder } from "./embedders";
import { inputHash, isMissing, isStillTrue } from "./embedding-rows";
import { inTenant } from "./scope";
import { derive, read } from "./unit";

type Options = {
  signal?: AbortSignal;
  /** Called after each batch, with how many skills were embedded since the beginning. */
  onProgress?: (embedded: number) => void;
};

// What an endpoint takes at once; and so much is lost when the process ends in the middle.
const BATCH = 64;
// More than any embedder reads of a body, and far less than the longest ones have.
const BODY_CHARACTERS = 40_000;

/**
 * Embeds every published skill that has no vector of the hall's model, or one of an older text. A vector that turns out to be
 * of this very text is kept. Works in batches, with nothing open while it waits; what was done stays done when it is stopped.
 * A text that the endpoint does not take is left out, and counted.
 * @throws EmbeddingFailure when the endpoint does not answer; the signal's reason
 */
export async function embedMissing(
  ctx: TenantContext,
  { signal, onProgress }: Options = {},
): Promise<{ embedded: number; refused: number }> {
  let [embedded, refused, after] = [0, 0, NOTHING];
  for (;;) {
    signal?.throwIfAborted();
    const embedder = await embedderOf(ctx);
    const batch = await findMissing(ctx, embedder.model, after);
    if (batch.length === 0) return { embedded, refused };
    const made = await embedBatch(embedder, batch, signal);
    embedded += await saveBatch(ctx, embedder.model, made);
    refused += batch.length - made.length;
    after = batch.at(-1)?.id ?? after;
    onProgress?.(embedded);
  }
}

const NOTHING = "00000000-0000-0000-0000-000000000000";

/** `stamp` says when its text was last changed, to the microsecond. */
type Missing = SkillText & { id: string; stamp: string; storedModel: string | null; storedHash: string | null };
/** `vector` is null where the stored one still holds. */
type Made = { id: string; stamp: string; hash: string; vector: Float32Array | null };

async function findMissing(ctx: TenantContext, model: string, after: string): Promise<Missing[]> {
  const ofLatest = and(eq(skillVersions.skillId, skills.id), eq(skillVersions.version, skills.latestVersion));
  return read(ctx, (tx) =>
    tx
      .select({
        id: skills.id,
        name: skills.name,
        description: skills.description,
        tags: skills.tags,
        body: sql<string>`left(${skillVersions.body}, ${BODY_CHARACTERS})`,
        stamp: stampOf,
        storedModel: skillEmbeddings.model,
        storedHash: skillEmbeddings.inputHash,
      })
      .from(skills)
      .innerJoin(skillVersions, inTenant(ctx, skillVersions, ofLatest))
      .leftJoin(skillEmbeddings, inTenant(ctx, skillEmbeddings, eq(skillEmbeddings.skillId, skills.id)))
      .where(inTenant(ctx, skills, eq(skills.status, "published"), isMissing(model), gt(skills.id, after)))
      .orderBy(skills.id)
      .limit(BATCH),
  );
}

const stampOf = sql<string>`${skills.updatedAt}::text`;

async function embedBatch(embedder: HallEmbedder, batch: Missing[], signal?: AbortSignal): Promise<Made[]> {
  const known = batch.map((skill) => ({ skill, hash: inputHash(embedder.model, skill) }));
  const isKept = ({ skill, hash }: (typeof known)[number]) =>
    skill.storedModel === embedder.model && isStillTrue(skill.storedHash, hash);
  const asked = known.filter((one) => !isKept(one));
  const vectors = await embedTexts(
    embedder,
    asked.map(({ skill }) => passageText(skill)),
    signal,
  );
  const made = asked.flatMap((one, at) => (vectors[at] ? [{ ...one, vector: vectors[at] }] : []));
  const kept = known.filter(isKept).map((one) => ({ ...one, vector: null }));
  return [...made, ...kept].map(({ skill: { id, stamp }, hash, vector }) => ({ id, stamp, hash, vector }));
}

// Where a model refuses a text, it mostly is too long for it.
const SHORT = 1_500;

/** One text that an endpoint refuses must not keep out the others: then each is sent alone, at last cut short. */
async function embedTexts(embedder: HallEmbedder, texts: string[], signal?: AbortSignal) {
  const refusedText = (error: unknown) => {
    if (error instanceof EmbeddingFailure && error.kind === "text") return null;
    throw error;
  };
  const all: (Float32Array | null)[] | null = await embedder.embed(texts, signal).catch(refusedText);
  if (all) return all;
  const each: (Float32Array | null)[] = [];
  for (const text of texts) {
    const whole = texts.length > 1 ? await embedder.embed([text], signal).catch(refusedText) : null;
    const found = whole ?? (await embedder.embed([text.slice(0, SHORT)], signal).catch(refusedText));
    each.push(found?.[0] ?? null);
    // When even the first goes in no way, it is not the texts that are wrong.
    if (each.length === 1 && !found)
      throw new EmbeddingFailure("fixed", "It refuses every text. Check the model’s name.");
  }
  return each;
}

/**
 * Stores what is still true: a skill that was changed meanwhile, or is being changed, is left to whoever changes it and to the
 * next run. @returns how many new vectors were stored
 */
async function saveBatch(ctx: TenantContext, model: string, made: Made[]): Promise<number> {
  const given = made.map(({ vector, ...one }) => ({ ...one, vector: vector && `[${vector.join(",")}]` }));
  const stored = await derive(ctx, (tx) =>
    tx.execute(sql`
      with given as (
        select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as one (id uuid, stamp text, hash text, vector text)
      ), unchanged as (
        select ${skills.id} as id, given.hash, given.vector from ${skills} join given on given.id = ${skills.id}
        where ${inTenant(ctx, skills, sql`${stampOf} = given.stamp`)}
        for share of ${skills} skip locked
      ), confirmed as (
        update ${skillEmbeddings} set input_hash = unchanged.hash from unchanged
        where ${inTenant(ctx, skillEmbeddings, sql`${skillEmbeddings.skillId} = unchanged.id and unchanged.vector is null`)}
      )
      insert into ${skillEmbeddings} (tenant_id, skill_id, embedding, model, dimensions, input_hash)
      select ${ctx.tenantId}::uuid, id, vector::vector, ${model}, vector_dims(vector::vector), hash
      from unchanged where vector is not null
      on conflict (tenant_id, skill_id) do update set embedding = excluded.embedding, model = excluded.model,
        dimensions = excluded.dimensions, input_hash = excluded.input_hash, updated_at = now()
      returning skill_id`),
  );
  return stored.length;
}
