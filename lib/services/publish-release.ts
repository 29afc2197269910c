import type { MemberContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { patiently } from "./deadline";
import type { Made } from "./embedding-rows";
import { wakeEmbedding } from "./embeddings";
import { claimSkills, type LockedSkill, type Release } from "./publish-claim";
import { type Accepted, decide, refusalBeforeLooking } from "./publish-decision";
import { embedExpected } from "./publish-embedding";
import { insertReleases } from "./publish-rows";
import { holdCategories } from "./skill-category";
import { mutate } from "./unit";

export type { Release } from "./publish-claim";

// Twenty megabytes of files are one statement, which the embedded database does not store in the time a page has.
const MOST_MILLISECONDS = 15_000;

export type Published = {
  slug: string;
  name: string;
  version: string;
  digest: string;
  /** False when this very version with these very bytes was there already. */
  created: boolean;
};

export type Outcome = { published: Published } | { refusal: DomainError };

/**
 * Publishes versions of different skills in one transaction; each is published whole or refused by itself. Whoever holds
 * a skill's row decides about its versions, so of many at once exactly one wins.
 */
export async function publishReleases(ctx: MemberContext, releases: Release[]): Promise<Outcome[]> {
  return patiently(MOST_MILLISECONDS, async () => {
    const made = await embedExpected(ctx, releases);
    const outcomes = await writeReleases(ctx, releases, made);
    // Behind a network nobody has waited for them.
    if ([...made.values()].includes(null)) wakeEmbedding(ctx);
    return outcomes;
  });
}

function writeReleases(ctx: MemberContext, releases: Release[], made: Map<Release, Made | null>): Promise<Outcome[]> {
  return mutate(ctx, { action: "skill.publish", role: "member" }, async (tx) => {
    const categories = await holdCategories(tx, ctx);
    const early = new Map(releases.map((release) => [release, refusalBeforeLooking(release, categories)]));
    const skillsBySlug = await claimSkills(
      tx,
      ctx,
      releases.filter((release) => !early.get(release)),
    );
    const accepted: Accepted[] = [];
    const outcomes = releases.map((release): Outcome => {
      const decided = early.get(release) ?? decide(ctx, release, skillsBySlug.get(release.ready.skill.name));
      if (decided instanceof DomainError) return { refusal: decided };
      if ("isLatest" in decided) accepted.push({ ...decided, made: made.get(release) ?? null });
      return {
        published: publishedOf(release, !("isLatest" in decided) ? decided : decided.skill, "isLatest" in decided),
      };
    });
    const [entry, ...entries] = await insertReleases(tx, ctx, accepted);
    return entry ? { row: outcomes, entries: [entry, ...entries] } : { row: outcomes, unchanged: true };
  });
}

function publishedOf({ ready, version }: Release, skill: LockedSkill, created: boolean): Published {
  return { slug: skill.slug, name: skill.name, version, digest: ready.skill.digest, created };
}
