import semver from "semver";
import type { MemberContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { parseVersion } from "@/lib/package/version";
import type { LockedSkill, Release } from "./publish-claim";
import { unknownCategory } from "./skill-category";
import { noSuchSkill } from "./skill-visibility";

/** A release that passed, and where it goes. */
export type Accepted = { release: Release; skill: LockedSkill; isLatest: boolean };

/** What can be said of a release by itself, before its skill is looked at. */
export function refusalBeforeLooking({ category, version }: Release, categories: string[]): DomainError | null {
  if (parseVersion(version) === null) {
    const sentence = `“${version.slice(0, 40)}” is not a version. Give one like 1.2.0.`;
    return new DomainError("invalid", sentence, { version: sentence });
  }
  if (category === null || categories.includes(category)) return null;
  return unknownCategory(category);
}

/** Accepted, refused, or the skill alone when this very version is there with these very bytes. */
export function decide(
  ctx: MemberContext,
  release: Release,
  skill: LockedSkill | undefined,
): Accepted | LockedSkill | DomainError {
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
