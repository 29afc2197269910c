import type { MemberContext } from "@/lib/context";
import type { PackageFile } from "@/lib/package/file";
import type { Finding } from "@/lib/package/finding";

export type CheckedPackage = {
  /** Null when a finding refuses the package. */
  skill: {
    slug: string;
    title: string;
    description: string;
    tags: string[];
    /** What the package says of itself in `metadata.version`, if that is a version. */
    version: string | null;
    digest: string;
    size: number;
    archiveSize: number;
    files: { path: string; size: number }[];
  } | null;
  findings: Finding[];
  /** The skill that has this name already; `mine` when the asker may publish a version of it. */
  existing: { slug: string; latestVersion: string; mine: boolean; authorName: string } | null;
};

/** What publishing these files would find. Writes nothing. */
export async function checkPackage(
  _ctx: MemberContext,
  _input: { files: PackageFile[]; folder?: string },
): Promise<CheckedPackage> {
  throw new Error("Being written.");
}
