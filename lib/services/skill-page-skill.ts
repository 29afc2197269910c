import { eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { skillFiles, skills, skillVersions, users } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import type { Finding } from "@/lib/package/finding";
import type { FrontMatter } from "@/lib/package/front-matter";
import { validate } from "@/lib/package/validate";
import { parseVersion } from "@/lib/package/version";
import { inTenant } from "./scope";
import { cardColumns, toCard } from "./skill-card";
import type { SkillPage, SkillPageFile, SkillPageInput, SkillPageVersion, VersionLine } from "./skill-page";
import { isAdmin, isVisibleTo } from "./skill-visibility";
import type { Transaction } from "./unit";

const NEWEST = 5;

type OpenedSkill = Omit<SkillPage, "ratings" | "stars" | "minutesSavedMean" | "myRating">;

/** The version that an address names, or the latest. Also for a version that is none of this skill: then nothing joins. */
export function isNamedVersion(ctx: TenantContext, version: string | undefined): SQL {
  // An address may hold anything, a NUL too, which the database would not even compare.
  if (version !== undefined && parseVersion(version) === null) return sql`false`;
  return inTenant(
    ctx,
    skillVersions,
    eq(skillVersions.skillId, skills.id),
    version === undefined ? eq(skillVersions.version, skills.latestVersion) : eq(skillVersions.version, version),
  );
}

/** The skill, one version of it with its list of files, and the newest versions, in one statement; no file's bytes, no body. */
export async function findOpenedSkill(
  tx: Transaction,
  ctx: TenantContext,
  input: SkillPageInput,
): Promise<OpenedSkill | null> {
  const publisher = alias(users, "publisher");
  const { viewerId } = input;
  const [row] = await tx
    .select({
      ...cardColumns,
      status: skills.status,
      visibility: skills.visibility,
      versionCount: skills.versionCount,
      version: {
        version: skillVersions.version,
        digest: skillVersions.digest,
        archiveSize: skillVersions.archiveSize,
        size: skillVersions.size,
        fileCount: skillVersions.fileCount,
        changelog: skillVersions.changelog,
        createdAt: skillVersions.createdAt,
        state: skillVersions.state,
        frontMatter: skillVersions.frontMatter,
        html: skillVersions.html,
        previewHtml: skillVersions.previewHtml,
        findings: skillVersions.findings,
      },
      publisher: { id: publisher.id, name: publisher.name },
      files: filesOfVersion(ctx),
      versions: newestVersions(ctx),
      mayChange: viewerId
        ? sql<boolean>`(${skills.authorId} = ${viewerId}::uuid or ${isAdmin(ctx, viewerId)})`
        : sql<boolean>`false`,
    })
    .from(skills)
    .innerJoin(users, inTenant(ctx, users, eq(users.id, skills.authorId)))
    .innerJoin(skillVersions, isNamedVersion(ctx, input.version))
    .innerJoin(publisher, inTenant(ctx, publisher, eq(publisher.id, skillVersions.authorId)))
    .where(inTenant(ctx, skills, eq(skills.slug, input.slug), isVisibleTo(ctx, viewerId)));
  if (!row) return null;
  const { version, publisher: author, versions, status, visibility, versionCount, files, mayChange, ...card } = row;
  return {
    ...toCard(card),
    status,
    visibility,
    versionCount,
    files,
    mayChange,
    version: versionOf({ ...version, author }),
    versions: versions.map((line) => ({ ...line, createdAt: new Date(line.createdAt) })),
  };
}

function filesOfVersion(ctx: TenantContext): SQL<SkillPageFile[]> {
  return sql<
    SkillPageFile[]
  >`(select coalesce(json_agg(json_build_object('path', ${skillFiles.path}, 'size', ${skillFiles.size},
    'executable', ${skillFiles.executable}, 'sha256', ${skillFiles.sha256}) order by ${skillFiles.path} collate "C"), '[]'::json)
    from ${skillFiles} where ${inTenant(ctx, skillFiles, eq(skillFiles.versionId, skillVersions.id))})`;
}

type WrittenLine = Omit<VersionLine, "createdAt"> & { createdAt: string };

function newestVersions(ctx: TenantContext): SQL<WrittenLine[]> {
  const other = alias(skillVersions, "other");
  return sql<WrittenLine[]>`(select coalesce(json_agg(newest), '[]'::json) from (
    select ${other.version} as version, ${other.createdAt} as "createdAt", ${other.changelog} as changelog, ${other.state} as state
    from ${skillVersions} as "other" where ${inTenant(ctx, other, eq(other.skillId, skills.id))}
    order by ${other.createdAt} desc, ${other.id} limit ${NEWEST}) as newest)`;
}

type StoredVersion = Omit<SkillPageVersion, "license" | "compatibility" | "allowedTools" | "metadata" | "findings"> & {
  frontMatter: Record<string, unknown>;
  findings: unknown[];
};

/** The front matter was checked when it was published; here it is only read, in the same way. */
function versionOf({ frontMatter, findings, ...version }: StoredVersion): SkillPageVersion {
  const record = frontMatter as FrontMatter["record"];
  const { license, compatibility, allowedTools, metadata } = validate(
    { record, lines: new Map(), sources: new Map() },
    null,
  ).properties;
  return { ...version, license, compatibility, allowedTools, metadata, findings: findings as Finding[] };
}
