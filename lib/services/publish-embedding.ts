import type { MemberContext } from "@/lib/context";
import { atLeast } from "@/lib/roles";
import type { Made } from "./embedding-rows";
import { embeddingsFor } from "./embeddings";
import { type Release, selectSkills } from "./publish-claim";
import { passageOf } from "./publish-rows";
import { read } from "./unit";

/** The vector of each release, made before the unit, of what its skill will say if nobody changes that meanwhile. */
export async function embedExpected(ctx: MemberContext, releases: Release[]): Promise<Map<Release, Made | null>> {
  if (!atLeast(ctx.member.role, "member")) return new Map();
  const slugs = releases.map((release) => release.ready.skill.name);
  const known = new Map((await read(ctx, (tx) => selectSkills(tx, ctx, slugs))).map((skill) => [skill.slug, skill]));
  const vectors = await embeddingsFor(
    ctx,
    releases.map((release) => passageOf(release, known.get(release.ready.skill.name))),
  );
  return new Map(releases.map((release, at) => [release, vectors[at] ?? null]));
}
