import type { TenantContext } from "@/lib/context";

export type SkillFile = {
  path: string;
  bytes: Uint8Array;
  size: number;
  sha256: string;
  executable: boolean;
  version: string;
};

/** One file of one version (the latest unless named). Null when there is none for this viewer. */
export async function findSkillFile(
  _ctx: TenantContext,
  _input: { slug: string; version?: string; path: string; viewerId?: string | null },
): Promise<SkillFile | null> {
  throw new Error("Being written.");
}
