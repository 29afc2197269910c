import { skills } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { titleOf } from "@/lib/package/skill-md";
import { saveEmbeddings } from "@/lib/services/embedding-rows";
import { embeddingsFor } from "@/lib/services/embeddings";
import { indexSkills } from "@/lib/services/search-index";
import { derive } from "@/lib/services/unit";
import type { BenchDocument } from "./corpus";

const BATCH = 100;

/** Puts documents into a hall's tables and its index, past the rest of publishing. @returns document ids by skill id */
export async function fillHall(ctx: MemberContext, documents: BenchDocument[]): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  const slugs = slugsOf(documents);
  for (let at = 0; at < documents.length; at += BATCH) {
    const batch = documents.slice(at, at + BATCH);
    const rows = batch.map(({ description, body }, index) => {
      const slug = slugs[at + index] ?? "";
      const name = titleOf(body, slug).slice(0, 120);
      return { slug, name, description: description.slice(0, 1_024) || name, tags: [] as string[] };
    });
    const texts = rows.map((row, index) => ({ ...row, body: batch[index]?.body ?? "" }));
    const vectors = await embeddingsFor(ctx, texts);
    await derive(ctx, async (tx) => {
      const made = await tx
        .insert(skills)
        .values(rows.map((row) => ({ ...row, tenantId: ctx.tenantId, authorId: ctx.member.id })))
        .returning({ id: skills.id, slug: skills.slug });
      const bySlug = new Map(made.map(({ id, slug }) => [slug, id]));
      const skillIdOf = (slug: string) => bySlug.get(slug) ?? "";
      for (const [index, { slug }] of rows.entries()) ids.set(skillIdOf(slug), batch[index]?.id ?? -1);
      await indexSkills(
        tx,
        ctx,
        texts.map((text) => ({ ...text, skillId: skillIdOf(text.slug) })),
      );
      await saveEmbeddings(
        tx,
        ctx,
        texts.map((skill, index) => ({ skillId: skillIdOf(skill.slug), skill, made: vectors[index] ?? null })),
      );
    });
  }
  return ids;
}

/** An address for each name; the second of a name gets its number. */
function slugsOf(documents: BenchDocument[]): string[] {
  const taken = new Set<string>();
  return documents.map(({ id, name }) => {
    const plain =
      name
        .toLowerCase()
        .match(/[a-z0-9]+/g)
        ?.join("-")
        .slice(0, 50)
        .replace(/-$/, "") || `skill-${id}`;
    const slug = taken.has(plain) ? `${plain}-${id}` : plain;
    taken.add(slug);
    return slug;
  });
}
