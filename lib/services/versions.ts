import { desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { skills, skillVersions, users } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { inTenant } from "./scope";
import { makeCursor, readCursor } from "./skill-cursor";
import type { VersionLine } from "./skill-page";
import { isVisibleTo } from "./skill-visibility";
import { read } from "./unit";

const VERSIONS_A_PAGE = 30;

export type VersionRow = VersionLine & {
  digest: string;
  archiveSize: number;
  fileCount: number;
  author: { id: string; name: string };
};

export type VersionList = {
  skill: { slug: string; name: string; latestVersion: string; versionCount: number };
  rows: VersionRow[];
  next: string | null;
};

export type VersionListInput = { slug: string; cursor?: string | null; viewerId?: string | null };

const placeShape = z.strictObject({ at: z.string().max(60), id: z.uuid() });

/**
 * A skill's versions, the last published first, thirty at a time, in two statements. Null when there is no such skill for this viewer.
 * @throws DomainError `invalid` for a cursor of another skill
 */
export async function listVersions(ctx: TenantContext, input: VersionListInput): Promise<VersionList | null> {
  return read(ctx, async (tx) => {
    const [skill] = await tx
      .select({
        id: skills.id,
        slug: skills.slug,
        name: skills.name,
        latestVersion: sql<string>`coalesce(${skills.latestVersion}, '')`,
        versionCount: skills.versionCount,
      })
      .from(skills)
      .where(inTenant(ctx, skills, eq(skills.slug, input.slug), isVisibleTo(ctx, input.viewerId)));
    if (!skill) return null;
    const { id, ...shown } = skill;
    const list = ["versions", id];
    const start = input.cursor ? readCursor(ctx, list, input.cursor, placeShape) : null;
    const older = start
      ? sql`${skillVersions.createdAt} <= ${start.at}::timestamptz and (${skillVersions.createdAt} < ${start.at}::timestamptz or ${skillVersions.id} > ${start.id}::uuid)`
      : undefined;
    const rows = await tx
      .select({
        row: {
          version: skillVersions.version,
          createdAt: skillVersions.createdAt,
          changelog: skillVersions.changelog,
          state: skillVersions.state,
          digest: skillVersions.digest,
          archiveSize: skillVersions.archiveSize,
          fileCount: skillVersions.fileCount,
        },
        author: { id: users.id, name: users.name },
        place: { at: sql<string>`${skillVersions.createdAt}::text`, id: skillVersions.id },
      })
      .from(skillVersions)
      .innerJoin(users, inTenant(ctx, users, eq(users.id, skillVersions.authorId)))
      .where(inTenant(ctx, skillVersions, eq(skillVersions.skillId, id), older))
      .orderBy(desc(skillVersions.createdAt), skillVersions.id)
      .limit(VERSIONS_A_PAGE + 1);
    const page = rows.slice(0, VERSIONS_A_PAGE);
    return {
      skill: shown,
      rows: page.map(({ row, author }) => ({ ...row, author })),
      next: rows.length > VERSIONS_A_PAGE ? makeCursor(ctx, list, page.at(-1)?.place) : null,
    };
  });
}
