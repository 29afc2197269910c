import { skills } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import type { SkillText } from "@/lib/embeddings/skill-text";
import { inputHash, type Made, saveEmbeddings } from "@/lib/services/embedding-rows";
import { embeddingsFor } from "@/lib/services/embeddings";
import { indexSkills } from "@/lib/services/search-index";
import { createTenant } from "@/lib/services/tenants";
import { derive, type Transaction } from "@/lib/services/unit";
import { inLanes } from "./lanes";
import type { BenchSkill } from "./skills";

// As many as a bucket of the index has, so that each of its rows is written once.
const BATCH = 256;

export const ADMIN = { email: "admin@bench.example", name: "Bench Admin" };

export const foundHall = (slug: string): Promise<MemberContext> => createTenant({ slug, name: slug, admin: ADMIN });

/**
 * Puts skills into a hall's tables and its index, past the rest of publishing.
 * @param there how many it has already
 * @param read what search reads of each; its meaning stays that of the whole skill
 * @returns document ids by skill id
 */
export async function fillHall(
  ctx: MemberContext,
  given: BenchSkill[],
  { there = 0, read = (skill) => skill }: { there?: number; read?: (skill: BenchSkill) => BenchSkill } = {},
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  const add = (batch: BenchSkill[]) => addBatch(ctx, batch, read, ids);
  const first = BATCH - (there % BATCH);
  const whole = Math.floor((given.length - first) / BATCH);
  const batches = Array.from({ length: Math.max(0, whole) }, (_, index) => first + index * BATCH);
  await add(given.slice(0, first));
  // While the database writes one batch, the words of the next are read.
  await inLanes(batches, 2, (at) => add(given.slice(at, at + BATCH)));
  await add(given.slice(first + batches.length * BATCH));
  return ids;
}

async function addBatch(
  ctx: MemberContext,
  whole: BenchSkill[],
  read: (skill: BenchSkill) => BenchSkill,
  ids: Map<string, number>,
): Promise<void> {
  if (whole.length === 0) return;
  const vectors = await vectorsFor(ctx, whole);
  const batch = whole.map(read);
  await derive(ctx, async (tx) => {
    const skillIds = await insertSkills(tx, ctx, batch);
    for (const [index, id] of skillIds.entries()) ids.set(id, batch[index]?.id ?? -1);
    await addToIndex(tx, ctx, batch, skillIds, vectors);
  });
}

const known = new Map<string, Made>();
const said = ({ description, body }: BenchSkill): string => `${description}\n${body}`;

/** What is the same text under another name means the same: a hall of 50,000 is made of a smaller one's. */
async function vectorsFor(ctx: MemberContext, batch: BenchSkill[]): Promise<Made[]> {
  const fresh = batch.filter((skill) => !known.has(said(skill)));
  for (const [index, made] of (await embeddingsFor(ctx, fresh)).entries()) {
    const skill = fresh[index];
    if (skill && made) known.set(said(skill), made);
  }
  return batch.flatMap((skill) => {
    const made = known.get(said(skill));
    return made ? [{ ...made, inputHash: inputHash(made.model, skill) }] : [];
  });
}

/** All that publishing does for search alone, but for making the vectors. */
export async function addToIndex(
  tx: Transaction,
  ctx: MemberContext,
  given: (SkillText & { slug: string; tags: string[] })[],
  skillIds: string[],
  vectors: (Made | null)[],
): Promise<void> {
  const numbered = given.map((skill, index) => ({ ...skill, skillId: skillIds[index] ?? "" }));
  await saveEmbeddings(
    tx,
    ctx,
    numbered.map((skill, index) => ({ skillId: skill.skillId, skill, made: vectors[index] ?? null })),
  );
  await indexSkills(tx, ctx, numbered);
}

/** Their ids, in the order in which they were given. */
export async function insertSkills(tx: Transaction, ctx: MemberContext, given: BenchSkill[]): Promise<string[]> {
  const rows = await tx
    .insert(skills)
    .values(
      given.map(({ slug, name, description, tags }) => {
        return { slug, name, description, tags, tenantId: ctx.tenantId, authorId: ctx.member.id };
      }),
    )
    .returning({ id: skills.id, slug: skills.slug });
  const bySlug = new Map(rows.map(({ id, slug }) => [slug, id]));
  return given.map(({ slug }) => bySlug.get(slug) ?? "");
}
