import type { TenantContext } from "@/lib/context";
import type { Finding } from "@/lib/package/finding";
import type { SkillCard } from "./skill-card";
import { findOpinions } from "./skill-page-ratings";
import { findOpenedSkill } from "./skill-page-skill";
import { read } from "./unit";

export type SkillPageVersion = {
  version: string;
  /** `sha256:<64 hex>` of the zip. */
  digest: string;
  /** Bytes of the zip. */
  archiveSize: number;
  /** Bytes of the files in it. */
  size: number;
  fileCount: number;
  changelog: string;
  createdAt: Date;
  state: "published" | "yanked";
  author: { id: string; name: string };
  license: string | null;
  compatibility: string | null;
  allowedTools: string | null;
  metadata: Record<string, string>;
  /** Sanitised when it was published; safe to set as it is. */
  html: string;
  /** The beginning of `html`, when it is long; null when `html` is short enough to show whole. */
  previewHtml: string | null;
  /** Warnings only: an error would have refused it. */
  findings: Finding[];
};

export type SkillPageFile = { path: string; size: number; executable: boolean; sha256: string };
export type VersionLine = { version: string; createdAt: Date; changelog: string; state: "published" | "yanked" };
export type SkillRating = {
  id: string;
  stars: number;
  comment: string;
  minutesSaved: number | null;
  updatedAt: Date;
  by: { id: string; name: string };
};

export type SkillPage = SkillCard & {
  status: "draft" | "published" | "archived";
  visibility: "tenant" | "private";
  /** The version asked for, or the latest one. */
  version: SkillPageVersion;
  files: SkillPageFile[];
  /** The newest five. */
  versions: VersionLine[];
  versionCount: number;
  ratings: { rows: SkillRating[]; next: string | null };
  /** How many gave one, two … five stars. */
  stars: [number, number, number, number, number];
  /** Mean of the raters' estimates, per use; null when nobody gave one. */
  minutesSavedMean: number | null;
  myRating: { stars: number; comment: string; minutesSaved: number | null } | null;
  /** The viewer wrote it or is an admin: may publish versions, edit, archive. */
  mayChange: boolean;
};

export type SkillPageInput = { slug: string; version?: string; viewerId: string | null; ratingsCursor?: string };

/**
 * Everything on a skill's page, in three statements. Null when there is no such skill or version, or the viewer may not see
 * it: archived and private ones are their author's and the admins'.
 * @throws DomainError `invalid` for a cursor of other ratings
 */
export async function findSkillPage(ctx: TenantContext, input: SkillPageInput): Promise<SkillPage | null> {
  return read(ctx, async (tx) => {
    const skill = await findOpenedSkill(tx, ctx, input);
    if (!skill) return null;
    return { ...skill, ...(await findOpinions(tx, ctx, input, skill.id)) };
  });
}
