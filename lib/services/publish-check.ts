import { eq } from "drizzle-orm";
import { skills, users } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { tagOf } from "@/lib/inputs/skill";
import { parseAside } from "@/lib/package/aside";
import type { PackageFile } from "@/lib/package/file";
import type { Finding } from "@/lib/package/finding";
import type { ParsedSkill } from "@/lib/package/parse";
import { parseVersion } from "@/lib/package/version";
import { inTenant } from "./scope";
import { similarSkills } from "./similar";
import { isVisibleTo } from "./skill-visibility";
import { read } from "./unit";

export type CheckedSkill = {
  slug: string;
  title: string;
  description: string;
  tags: string[];
  /** What the package says of itself in `metadata.version` or `version`, if that is a version. */
  version: string | null;
  digest: string;
  size: number;
  archiveSize: number;
  files: { path: string; size: number }[];
};

export type CheckedPackage = {
  /** Null when a finding refuses the package. */
  skill: CheckedSkill | null;
  findings: Finding[];
  /** The skill that has this name already; `mine` when the asker wrote it, so that publishing adds a version. */
  existing: { slug: string; latestVersion: string; mine: boolean; authorName: string } | null;
  /** For a new name: the listed skills that are so much like it that it may be the same again, the most alike first. */
  similar: { slug: string; name: string; description: string; similarity: number }[];
};

// From here on two skills are as like as two texts about one job; what only shares its subject stays below.
const NEAR_DUPLICATE = 0.85;
const MOST_SIMILAR = 3;

/** What publishing these files would find. Writes nothing. */
export async function checkPackage(
  ctx: MemberContext,
  input: { files: PackageFile[]; folder?: string },
): Promise<CheckedPackage> {
  const { skill, findings } = await parseAside(input.files, input.folder);
  if (!skill) return { skill: null, findings, existing: null, similar: [] };
  const [existing] = await read(ctx, (tx) =>
    tx
      .select({
        slug: skills.slug,
        latestVersion: skills.latestVersion,
        authorId: skills.authorId,
        authorName: users.name,
      })
      .from(skills)
      .innerJoin(users, inTenant(ctx, users, eq(users.id, skills.authorId)))
      .where(inTenant(ctx, skills, eq(skills.slug, skill.name), isVisibleTo(ctx, ctx.member.id))),
  );
  if (!existing)
    return { skill: summaryOf(skill), findings, existing: null, similar: await nearDuplicates(ctx, skill) };
  const { slug, latestVersion, authorId, authorName } = existing;
  const mine = authorId === ctx.member.id;
  return {
    skill: summaryOf(skill),
    findings,
    existing: { slug, latestVersion: latestVersion ?? "", mine, authorName },
    similar: [],
  };
}

async function nearDuplicates(ctx: MemberContext, skill: ParsedSkill): Promise<CheckedPackage["similar"]> {
  const text = [skill.title, skill.description, tagsOf(skill).join(" "), skill.body].join("\n");
  const alike = (await similarSkills(ctx, { text })).filter(({ similarity }) => similarity >= NEAR_DUPLICATE);
  return alike.slice(0, MOST_SIMILAR).map(({ slug, name, description, similarity }) => ({
    slug,
    name,
    description,
    similarity,
  }));
}

function summaryOf(skill: ParsedSkill): CheckedSkill {
  return {
    slug: skill.name,
    title: skill.title,
    description: skill.description,
    tags: tagsOf(skill),
    version: versionOf(skill),
    digest: skill.digest,
    size: skill.size,
    archiveSize: skill.archive.bytes.length,
    files: skill.files.map(({ path, size }) => ({ path, size })),
  };
}

/** The version that a package claims, or null. */
export function versionOf({ metadata, frontMatter }: Pick<ParsedSkill, "metadata" | "frontMatter">): string | null {
  const claimed = metadata.version ?? frontMatter.version;
  return typeof claimed === "string" ? parseVersion(claimed.trim()) : null;
}

/** The tags that a package names, as a list or with commas, in `tags` or `metadata.tags`; what cannot be a tag is left out. */
export function tagsOf({ metadata, frontMatter }: Pick<ParsedSkill, "metadata" | "frontMatter">): string[] {
  const named = frontMatter.tags ?? metadata.tags ?? "";
  const parts = Array.isArray(named)
    ? named.map(String)
    : String(named)
        .replace(/[[\]"']/g, "")
        .split(",");
  const tags = parts.map(tagOf).filter((tag) => tag !== null);
  return [...new Set(tags)].slice(0, 10);
}
