import { eq, inArray, sql } from "drizzle-orm";
import semver from "semver";
import { skills, skillVersions, users } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { parseVersion } from "@/lib/package/version";
import { atLeast } from "@/lib/roles";
import type { Made } from "./embedding-rows";
import { embeddingsFor, wakeEmbedding } from "./embeddings";
import type { ReadyPackage } from "./publish-package";
import { insertReleases, passageOf } from "./publish-rows";
import { inTenant } from "./scope";
import { categoriesOf, unknownCategory } from "./skill-category";
import { noSuchSkill } from "./skill-visibility";
import { mutate, read, type Transaction } from "./unit";

/** One version about to be published. Without a category it goes to a skill that is there, also for an admin. */
export type Release = {
  ready: ReadyPackage;
  category: string | null;
  tags: string[];
  version: string;
  changelog: string;
};

export type Published = {
  slug: string;
  name: string;
  version: string;
  digest: string;
  /** False when this very version with these very bytes was there already. */
  created: boolean;
};

export type Outcome = { published: Published } | { refusal: DomainError };

/** A skill as it stands under its row's lock. `versions` maps each version to its digest. */
export type LockedSkill = {
  id: string;
  slug: string;
  name: string;
  description: string;
  tags: string[];
  authorId: string;
  authorName: string;
  status: "draft" | "published" | "archived";
  visibility: "tenant" | "private";
  latestVersion: string | null;
  /** Of the latest version's package; null before there is one. */
  packaged: { description: unknown; body: string } | null;
  versions: Map<string, string>;
};

/** A release that passed, and where it goes. `made` is the vector of what the skill was expected to say. */
export type Accepted = { release: Release; skill: LockedSkill; isLatest: boolean; made: Made | null };

/**
 * Publishes versions of different skills in one transaction; each is published whole or refused by itself. Whoever holds
 * a skill's row decides about its versions, so of many at once exactly one wins.
 */
export async function publishReleases(ctx: MemberContext, releases: Release[]): Promise<Outcome[]> {
  const made = await embedExpected(ctx, releases);
  const outcomes = await writeReleases(ctx, releases, made);
  // Behind a network nobody has waited for them.
  if ([...made.values()].includes(null)) wakeEmbedding(ctx);
  return outcomes;
}

/** The vector of each release, made before the unit, of what its skill will say if nobody changes that meanwhile. */
async function embedExpected(ctx: MemberContext, releases: Release[]): Promise<Map<Release, Made | null>> {
  if (!atLeast(ctx.member.role, "member")) return new Map();
  const slugs = releases.map((release) => release.ready.skill.name);
  const known = new Map((await read(ctx, (tx) => selectSkills(tx, ctx, slugs))).map((skill) => [skill.slug, skill]));
  const vectors = await embeddingsFor(
    ctx,
    releases.map((release) => passageOf(release, known.get(release.ready.skill.name))),
  );
  return new Map(releases.map((release, at) => [release, vectors[at] ?? null]));
}

function writeReleases(ctx: MemberContext, releases: Release[], made: Map<Release, Made | null>): Promise<Outcome[]> {
  return mutate(ctx, { action: "skill.publish", role: "member" }, async (tx) => {
    const categories = await categoriesOf(tx, ctx);
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
    await insertReleases(tx, ctx, accepted);
    // Each accepted release has written its own row of the log.
    return { row: outcomes, unchanged: true };
  });
}

function refusalBeforeLooking({ category, version }: Release, categories: string[]): DomainError | null {
  if (parseVersion(version) === null) {
    const sentence = `“${version.slice(0, 40)}” is not a version. Give one like 1.2.0.`;
    return new DomainError("invalid", sentence, { version: sentence });
  }
  if (category === null || categories.includes(category)) return null;
  return unknownCategory(category);
}

/**
 * Makes the skills that are missing, then locks all of them. By address, so that two batches never wait for each other;
 * inserting first, so that of two first versions the second waits and then sees the other's.
 */
async function claimSkills(
  tx: Transaction,
  ctx: MemberContext,
  releases: Release[],
): Promise<Map<string, LockedSkill>> {
  const slugs = releases.map((release) => release.ready.skill.name).sort();
  if (new Set(slugs).size !== slugs.length) throw new Error("Two releases of one skill in one batch.");
  if (slugs.length === 0) return new Map();
  const fresh = releases.flatMap((release) => newSkill(ctx, release)).sort((a, b) => (a.slug < b.slug ? -1 : 1));
  if (fresh.length > 0)
    await tx
      .insert(skills)
      .values(fresh)
      .onConflictDoNothing({ target: [skills.tenantId, skills.slug] });
  const locked = await selectSkills(tx, ctx, slugs).for("update", { of: skills });
  const versions = await versionsOf(
    tx,
    ctx,
    locked.filter((skill) => skill.latestVersion !== null).map((skill) => skill.id),
  );
  return new Map(locked.map((skill) => [skill.slug, { ...skill, versions: versions.get(skill.id) ?? new Map() }]));
}

function selectSkills(tx: Transaction, ctx: MemberContext, slugs: string[]) {
  return tx
    .select({
      id: skills.id,
      slug: skills.slug,
      name: skills.name,
      description: skills.description,
      tags: skills.tags,
      authorId: skills.authorId,
      authorName: users.name,
      status: skills.status,
      visibility: skills.visibility,
      latestVersion: skills.latestVersion,
      packaged: { description: sql<unknown>`${skillVersions.frontMatter} -> 'description'`, body: skillVersions.body },
    })
    .from(skills)
    .innerJoin(users, inTenant(ctx, users, eq(users.id, skills.authorId)))
    .leftJoin(
      skillVersions,
      inTenant(
        ctx,
        skillVersions,
        eq(skillVersions.skillId, skills.id),
        eq(skillVersions.version, skills.latestVersion),
      ),
    )
    .where(inTenant(ctx, skills, inArray(skills.slug, slugs)))
    .orderBy(skills.slug);
}

function newSkill(
  ctx: MemberContext,
  { ready, category, tags }: Release,
): (typeof skills.$inferInsert & { slug: string })[] {
  if (category === null) return [];
  const { name: slug, title: name, description } = ready.skill;
  return [{ tenantId: ctx.tenantId, slug, name, description, category, tags, authorId: ctx.member.id }];
}

async function versionsOf(
  tx: Transaction,
  ctx: MemberContext,
  ids: string[],
): Promise<Map<string, Map<string, string>>> {
  const bySkill = new Map<string, Map<string, string>>();
  if (ids.length === 0) return bySkill;
  const rows = await tx
    .select({ skillId: skillVersions.skillId, version: skillVersions.version, digest: skillVersions.digest })
    .from(skillVersions)
    .where(inTenant(ctx, skillVersions, inArray(skillVersions.skillId, ids)));
  for (const row of rows) {
    const versions = bySkill.get(row.skillId) ?? new Map();
    bySkill.set(row.skillId, versions.set(row.version, row.digest));
  }
  return bySkill;
}

/** Accepted, refused, or the skill alone when this very version is there with these very bytes. */
function decide(
  ctx: MemberContext,
  release: Release,
  skill: LockedSkill | undefined,
): Omit<Accepted, "made"> | LockedSkill | DomainError {
  const { name: slug, digest } = release.ready.skill;
  if (!skill) return noSuchSkill(slug);
  const isMine = skill.authorId === ctx.member.id;
  const isAdminsVersion = release.category === null && ctx.member.role === "admin";
  if (!isMine && !isAdminsVersion) return notYours(skill, release);
  if (skill.status === "archived") {
    return new DomainError("conflict", `“${slug}” is archived. Restore it before you publish a version.`);
  }
  const published = skill.versions.get(release.version);
  if (published === digest) return skill;
  if (published !== undefined) return taken(slug, release.version);
  const versions = [...skill.versions.keys()];
  return { release, skill, isLatest: versions.every((version) => semver.gt(release.version, version)) };
}

function taken(slug: string, version: string): DomainError {
  const sentence = `${slug} ${version} is already published with other content. A version never changes: publish a higher one.`;
  return new DomainError("conflict", sentence, { version: sentence });
}

function notYours(skill: LockedSkill, release: Release): DomainError {
  if (release.category === null) {
    return skill.visibility === "private"
      ? noSuchSkill(skill.slug)
      : new DomainError("forbidden", `Only ${skill.authorName} or an admin can publish a version of “${skill.slug}”.`);
  }
  const owner = skill.visibility === "private" ? "is taken" : `belongs to ${skill.authorName}`;
  const other = `${skill.slug.slice(0, 62).replace(/-$/, "")}-2`;
  const sentence = `The name “${skill.slug}” ${owner}. Choose another, such as “${other}”, in the front matter.`;
  return new DomainError("conflict", sentence, { files: sentence });
}

function publishedOf({ ready, version }: Release, skill: LockedSkill, created: boolean): Published {
  return { slug: skill.slug, name: skill.name, version, digest: ready.skill.digest, created };
}
