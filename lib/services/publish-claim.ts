import { eq, inArray, sql } from "drizzle-orm";
import { skills, skillVersions, users } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import type { ReadyPackage } from "./publish-package";
import { inTenant } from "./scope";
import type { Transaction } from "./unit";

/** One version about to be published. Without a category it goes to a skill that is there, also for an admin. */
export type Release = {
  ready: ReadyPackage;
  category: string | null;
  tags: string[];
  version: string;
  changelog: string;
};

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

/**
 * Makes the skills that are missing, then locks all of them. By address, so that two batches never wait for each other;
 * inserting first, so that of two first versions the second waits and then sees the other's.
 */
export async function claimSkills(
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
  const locked = await tx
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
    .orderBy(skills.slug)
    .for("update", { of: skills });
  const versions = await versionsOf(
    tx,
    ctx,
    locked.filter((skill) => skill.latestVersion !== null).map((skill) => skill.id),
  );
  return new Map(locked.map((skill) => [skill.slug, { ...skill, versions: versions.get(skill.id) ?? new Map() }]));
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
