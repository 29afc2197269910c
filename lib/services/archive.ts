import type { TenantContext } from "@/lib/context";

export type SkillArchive = { bytes: Uint8Array; filename: string; sha256: string; version: string };

/** One version's zip, packed again from its files. Throws when it is not the digest that was published: the store is damaged. */
export async function findArchive(
  _ctx: TenantContext,
  _input: { slug: string; version?: string; viewerId?: string | null },
): Promise<SkillArchive | null> {
  throw new Error("Being written.");
}
