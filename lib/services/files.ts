import { eq } from "drizzle-orm";
import { skillFiles, skills, skillVersions } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { inTenant } from "./scope";
import { isNamedVersion } from "./skill-page-skill";
import { isVisibleTo } from "./skill-visibility";
import { read } from "./unit";

export type SkillFile = {
  path: string;
  bytes: Uint8Array;
  size: number;
  sha256: string;
  executable: boolean;
  version: string;
};

export type SkillFileInput = { slug: string; version?: string; path: string; viewerId?: string | null };

/** One file of one version (the latest unless named). Null when there is none for this viewer. */
export async function findSkillFile(ctx: TenantContext, input: SkillFileInput): Promise<SkillFile | null> {
  const [file] = await read(ctx, (tx) =>
    tx
      .select({
        path: skillFiles.path,
        bytes: skillFiles.content,
        size: skillFiles.size,
        sha256: skillFiles.sha256,
        executable: skillFiles.executable,
        version: skillVersions.version,
      })
      .from(skills)
      .innerJoin(skillVersions, isNamedVersion(ctx, input.version))
      .innerJoin(
        skillFiles,
        inTenant(ctx, skillFiles, eq(skillFiles.versionId, skillVersions.id), eq(skillFiles.path, input.path)),
      )
      .where(inTenant(ctx, skills, eq(skills.slug, input.slug), isVisibleTo(ctx, input.viewerId))),
  );
  return file ?? null;
}
