import { existsSync } from "node:fs";
import postgres from "postgres";
import type { MemberContext } from "@/lib/context";
import { closeRenderers } from "@/lib/markdown/render";
import { type Candidate, importSkills } from "@/lib/services/publish-import";
import { createTenant } from "@/lib/services/tenants";
import { candidatesOf, listSources } from "../support/import-sources";
import { step } from "../support/progress.mjs";
import { fillOrganisation } from "./bulk-rows";
import { generatedSkills } from "./corpus";

const CORPUS = "../shared/corpus/skills.jsonl.gz";

export const ADMIN = { email: "admin@bench.example", name: "Bench Admin" };
export const SLUG = "bench";

/** Two organisations, so that the tenant of a row matters: the one that is measured, and a smaller neighbour. */
export async function foundOrganisations(url: string): Promise<void> {
  const ctx = await createTenant({ slug: SLUG, name: "Bench", admin: ADMIN });
  const neighbour = await createTenant({ slug: "neighbour", name: "Neighbour", admin: ADMIN });
  await publish("the skills that are measured", ctx, await measuredSkills());
  await publish("a neighbour's skills", neighbour, generatedSkills(400));
  await closeRenderers();
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await step("Having 200 people rate and use them", async () => {
    await fillOrganisation(sql, ctx.tenantId, { people: 200, ratings: 10_000, uses: 100_000 });
    await fillOrganisation(sql, neighbour.tenantId, { people: 40, ratings: 1_000, uses: 10_000 });
    await sql`vacuum analyze`;
    return "10,000 ratings, 100,000 uses, counters equal to a recount";
  }).finally(() => sql.end());
}

async function measuredSkills(): Promise<AsyncIterable<Candidate>> {
  return existsSync(CORPUS) ? candidatesOf(await listSources([CORPUS])) : generatedSkills();
}

async function publish(what: string, ctx: MemberContext, skills: AsyncIterable<Candidate>): Promise<void> {
  await step(`Importing ${what}`, async () => {
    const { published, refused } = await importSkills(ctx, skills);
    return `${published.toLocaleString("en")} published, ${refused.length} refused`;
  });
}

/** Which skills are measured, in a few words. */
export const contentOf = (): string =>
  existsSync(CORPUS) ? "the shared corpus of real skills" : "generated skills of the corpus's size and shape";
