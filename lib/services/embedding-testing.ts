import { eq } from "drizzle-orm";
import { embeddingEndpoints, skillEmbeddings, skills } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import type { EndpointServer } from "@/lib/embeddings/testing";
import { env } from "@/lib/env";
import type { SearchModelInput } from "@/lib/inputs/search-model";
import { inTenant } from "./scope";
import { findSearchModel, saveSearchModel } from "./search-model";
import { read } from "./unit";

/** The stand-ins of tests are on loopback, where no hall may reach unless the operator says so. */
export function allowLoopback(): void {
  Object.assign(env(), { embeddingAllowPrivate: true });
}

/** The form of the search model's page, as it stands now. */
export async function formOf(
  ctx: MemberContext,
  server: EndpointServer,
  given: Partial<SearchModelInput> = {},
): Promise<SearchModelInput> {
  const { endpoint } = await findSearchModel(ctx);
  const revision = endpoint?.revision ?? "";
  return { url: server.url, model: "small", key: "", forgetKey: false, revision, ...given };
}

/** Has the hall use the stand-in, and forgets what saving has asked of it. */
export async function giveEndpoint(
  ctx: MemberContext,
  server: EndpointServer,
  model = "small",
  key = "",
): Promise<void> {
  await saveSearchModel(ctx, await formOf(ctx, server, { model, key }));
  server.asked.length = 0;
}

/** The hall's vectors, by the address of their skill. */
export async function vectorsOf(ctx: MemberContext) {
  const rows = await read(ctx, (tx) =>
    tx
      .select({
        slug: skills.slug,
        model: skillEmbeddings.model,
        dimensions: skillEmbeddings.dimensions,
        inputHash: skillEmbeddings.inputHash,
        embedding: skillEmbeddings.embedding,
      })
      .from(skillEmbeddings)
      .innerJoin(skills, inTenant(ctx, skills, eq(skills.id, skillEmbeddings.skillId)))
      .where(inTenant(ctx, skillEmbeddings)),
  );
  return new Map(rows.map(({ slug, ...row }) => [slug, row]));
}

export async function storedEndpoint(ctx: MemberContext) {
  const [row] = await read(ctx, (tx) => tx.select().from(embeddingEndpoints).where(inTenant(ctx, embeddingEndpoints)));
  return row ?? null;
}
