import type { TenantContext } from "@/lib/context";
import type { VersionLine } from "./skill-page";

export type VersionList = {
  skill: { slug: string; name: string; latestVersion: string; versionCount: number };
  rows: (VersionLine & {
    digest: string;
    archiveSize: number;
    fileCount: number;
    author: { id: string; name: string };
  })[];
  next: string | null;
};

/** A skill's versions, newest first, 30 at a time. Null when there is no such skill for this viewer. */
export async function listVersions(
  _ctx: TenantContext,
  _input: { slug: string; cursor?: string | null; viewerId?: string | null },
): Promise<VersionList | null> {
  throw new Error("Being written.");
}
