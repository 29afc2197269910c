import type { MemberContext } from "@/lib/context";
import { closeRenderers } from "@/lib/markdown/render";
import { embeddingFor } from "@/lib/services/embeddings";
import { publishSkill } from "@/lib/services/publish";
import { derive } from "@/lib/services/unit";
import { percentile } from "../load";
import { addToIndex, insertSkills } from "./hall";
import type { BenchSkill } from "./skills";

/** Milliseconds at the p50 and the p95: of publishing a skill, and of what of it is done for search alone. */
export type Publishing = { whole: [p50: number, p95: number]; forSearch: [p50: number, p95: number] };

const SKILLS = 40;

/** Publishes skills one by one, and does for as many others only what publishing does for search. */
export async function measurePublishing(ctx: MemberContext, given: BenchSkill[]): Promise<Publishing> {
  const [whole, forSearch]: [number[], number[]] = [[], []];
  for (const [index, skill] of given.slice(0, SKILLS).entries()) {
    whole.push(await publish(ctx, { ...skill, slug: `whole-${index}` }));
    forSearch.push(await timeIndexing(ctx, { ...skill, slug: `indexed-${index}` }));
  }
  await closeRenderers();
  // The first ones start threads and have statements planned.
  const spread = (tookMs: number[]): [number, number] => {
    const warm = tookMs.slice(5);
    return [percentile(warm, 0.5), percentile(warm, 0.95)];
  };
  return { whole: spread(whole), forSearch: spread(forSearch) };
}

async function publish(ctx: MemberContext, { slug, description, body }: BenchSkill): Promise<number> {
  const text = `---\nname: ${slug}\ndescription: ${JSON.stringify(description)}\n---\n\n${body}`;
  const files = [{ path: "SKILL.md", bytes: new TextEncoder().encode(text), executable: false }];
  const input = { files, folder: slug, category: "other", tags: [], version: "1.0.0", changelog: "" };
  const since = performance.now();
  await publishSkill(ctx, input);
  return performance.now() - since;
}

/** The time of the vector and of the index, without that of the row and of the transaction about them. */
async function timeIndexing(ctx: MemberContext, skill: BenchSkill): Promise<number> {
  const before = performance.now();
  const made = await embeddingFor(ctx, skill);
  const embedded = performance.now() - before;
  return derive(ctx, async (tx) => {
    const ids = await insertSkills(tx, ctx, [skill]);
    const since = performance.now();
    await addToIndex(tx, ctx, [skill], ids, [made]);
    return embedded + performance.now() - since;
  });
}
