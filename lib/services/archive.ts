import { eq } from "drizzle-orm";
import { skillFiles, skills, skillVersions } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { packAside } from "@/lib/package/aside";
import { archiveDigest } from "@/lib/package/digest";
import { inTenant } from "./scope";
import { isNamedVersion } from "./skill-page-skill";
import { isVisibleTo } from "./skill-visibility";
import { read } from "./unit";

export type SkillArchive = { bytes: Uint8Array; filename: string; sha256: string; version: string };

export type SkillArchiveInput = { slug: string; version?: string; viewerId?: string | null };

/**
 * One version's zip, packed again from its files: the bytes that were published, whose digest is checked. Null when there
 * is none for this viewer. Throws when the digest differs: the store is damaged, and nobody shall install what it holds.
 */
export async function findArchive(ctx: TenantContext, input: SkillArchiveInput): Promise<SkillArchive | null> {
  const files = await read(ctx, (tx) =>
    tx
      .select({
        path: skillFiles.path,
        bytes: skillFiles.content,
        executable: skillFiles.executable,
        version: skillVersions.version,
        digest: skillVersions.digest,
      })
      .from(skills)
      .innerJoin(skillVersions, isNamedVersion(ctx, input.version))
      .innerJoin(skillFiles, inTenant(ctx, skillFiles, eq(skillFiles.versionId, skillVersions.id)))
      .where(inTenant(ctx, skills, eq(skills.slug, input.slug), isVisibleTo(ctx, input.viewerId))),
  );
  const [first] = files;
  if (!first) return null;
  const { version, digest } = first;
  const { bytes, sha256 } = await packAside(files);
  if (archiveDigest({ sha256 }) !== digest) {
    throw new Error(`The stored files of ${input.slug} ${version} do not have the published digest ${digest}.`);
  }
  return { bytes, filename: `${input.slug}-${version}.zip`, sha256, version };
}
