import { sql } from "drizzle-orm";
import { skillFiles, skills, skillVersions } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import type { SkillText } from "@/lib/embeddings/skill-text";
import { RENDERER_VERSION } from "@/lib/markdown/render";
import { clawhubFingerprint } from "@/lib/package/digest";
import type { Json } from "@/lib/package/front-matter";
import type { ParsedSkill } from "@/lib/package/parse";
import { titleOf } from "@/lib/package/skill-md";
import { saveEmbeddings } from "./embedding-rows";
import type { LockedSkill, Release } from "./publish-claim";
import type { Accepted } from "./publish-decision";
import { inTenant } from "./scope";
import { indexSkills, type ToIndex } from "./search-index";
import type { LogEntry, Transaction } from "./unit";

// A package may have any number of warnings; nobody reads past these.
const MAX_FINDINGS = 200;
// A statement carries at most 65,535 values, and a file is eight of them.
const FILES_AT_ONCE = 500;

/** Writes versions, files, the index and counters. @returns what the log shall say, an entry for each */
export async function insertReleases(tx: Transaction, ctx: MemberContext, accepted: Accepted[]): Promise<LogEntry[]> {
  if (accepted.length === 0) return [];
  const rows = await tx
    .insert(skillVersions)
    .values(accepted.map((one) => versionRow(ctx, one)))
    .returning({ id: skillVersions.id, skillId: skillVersions.skillId });
  const versionIds = new Map(rows.map((row) => [row.skillId, row.id]));
  const files = accepted.flatMap((one) => fileRows(ctx, one, versionIds.get(one.skill.id) ?? ""));
  for (let at = 0; at < files.length; at += FILES_AT_ONCE) {
    await tx.insert(skillFiles).values(files.slice(at, at + FILES_AT_ONCE));
  }
  const latest = accepted.filter((one) => one.isLatest).map((one) => ({ ...one, shown: shownBy(one) }));
  await saveEmbeddings(
    tx,
    ctx,
    latest.map(({ release, skill, made }) => ({ skillId: skill.id, skill: passageOf(release, skill), made })),
  );
  await updateSkills(tx, ctx, accepted, latest);
  // Last but for the log, since the index is waited for by everybody who publishes here.
  await indexSkills(tx, ctx, latest.filter((one) => one.skill.visibility === "tenant").map(searchableOf));
  return accepted.map((one) => logEntry(one, versionIds.get(one.skill.id) ?? ""));
}

type Shown = { name: string; description: string };
type Latest = Accepted & { shown: Shown };

type Before = Pick<LockedSkill, "slug" | "name" | "description" | "packaged">;

/** What the skill says as soon as a release is its latest version; `skill` is what is there now, if anything. */
export function passageOf(release: Release, skill?: Before & { tags: string[] }): SkillText {
  const { title: name, description, body } = release.ready.skill;
  if (!skill) return { name, description, tags: release.tags, body };
  return { ...shownBy({ release, skill }), tags: skill.tags, body };
}

/** What the hall says of the skill from now on: as the newest package does, but for what somebody has edited in the hall. */
function shownBy({ release, skill }: { release: Release; skill: Before }): Shown {
  const { title, description } = release.ready.skill;
  if (!skill.packaged) return { name: title, description };
  const isOwnTitle = skill.name !== titleOf(skill.packaged.body, skill.slug);
  const isOwnDescription = skill.description !== String(skill.packaged.description).trim();
  return { name: isOwnTitle ? skill.name : title, description: isOwnDescription ? skill.description : description };
}

function versionRow(ctx: MemberContext, { release, skill }: Accepted): typeof skillVersions.$inferInsert {
  const { ready, version, changelog } = release;
  return {
    tenantId: ctx.tenantId,
    skillId: skill.id,
    version,
    frontMatter: storedFrontMatter(ready.skill),
    body: ready.skill.body,
    digest: ready.skill.digest,
    fingerprint: clawhubFingerprint(ready.skill.files),
    archiveSize: ready.skill.archive.bytes.length,
    size: ready.skill.size,
    fileCount: ready.skill.files.length,
    changelog,
    authorId: ctx.member.id,
    findings: ready.findings.slice(0, MAX_FINDINGS),
    html: ready.rendered.html,
    previewHtml: ready.rendered.previewHtml,
    rendererVersion: RENDERER_VERSION,
  };
}

/** As written, but for numbers below `metadata`: JSON would make `1.0` a 1, and the format calls them text. */
function storedFrontMatter({ frontMatter, metadata }: ParsedSkill): Record<string, Json> {
  const written = frontMatter.metadata;
  if (typeof written !== "object" || written === null || Array.isArray(written)) return frontMatter;
  const entries = Object.entries(written).map(([key, value]) => [
    key,
    typeof value === "number" ? (metadata[key] ?? value) : value,
  ]);
  return { ...frontMatter, metadata: Object.fromEntries(entries) };
}

function fileRows(ctx: MemberContext, { release }: Accepted, versionId: string): (typeof skillFiles.$inferInsert)[] {
  return release.ready.skill.files.map(({ path, bytes, sha256, size, executable }) => ({
    tenantId: ctx.tenantId,
    versionId,
    path,
    content: bytes,
    sha256,
    size,
    executable,
  }));
}

const searchableOf = ({ release, skill, shown }: Latest): ToIndex => ({
  skillId: skill.id,
  ...shown,
  slug: skill.slug,
  tags: skill.tags,
  body: release.ready.skill.body,
});

async function updateSkills(
  tx: Transaction,
  ctx: MemberContext,
  accepted: Accepted[],
  latest: Latest[],
): Promise<void> {
  const newest = new Map(latest.map((one) => [one.skill.id, one]));
  const rows = accepted.map(({ skill, release }) => ({
    id: skill.id,
    latest: newest.has(skill.id) ? release.version : skill.latestVersion,
    ...(newest.get(skill.id)?.shown ?? { name: skill.name, description: skill.description }),
  }));
  await tx.execute(sql`
    update ${skills} set latest_version = given.latest, name = given.name, description = given.description,
      version_count = version_count + 1, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, latest text, name text, description text)
    where ${inTenant(ctx, skills, sql`${skills.id} = given.id`)}`);
}

function logEntry({ release, skill }: Accepted, versionId: string): LogEntry {
  const { digest, files } = release.ready.skill;
  const isFirst = skill.versions.size === 0;
  const after = { version: release.version, digest, files: files.length };
  return {
    action: isFirst ? "skill.publish" : "version.publish",
    subject: isFirst
      ? { type: "skill", id: skill.id, name: skill.name }
      : { type: "version", id: versionId, name: `${skill.name} ${release.version}` },
    before: isFirst ? null : { latestVersion: skill.latestVersion },
    after: isFirst ? { ...after, category: release.category, tags: release.tags } : { ...after, skill: skill.slug },
  };
}
