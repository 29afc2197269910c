import type { MemberContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { readArchive } from "@/lib/package/archive";
import type { PackageFile } from "@/lib/package/file";
import { findArchive } from "@/lib/services/archive";

/**
 * Whoever edits only the SKILL.md of a skill on its page keeps the skill's other files: those of its latest version.
 * @throws DomainError `not_found`
 */
export async function withKeptFiles(ctx: MemberContext, slug: string, edited: PackageFile[]): Promise<PackageFile[]> {
  const archive = await findArchive(ctx, { slug, viewerId: ctx.member.id });
  if (!archive) throw new DomainError("not_found", "There is no such skill here.");
  const { files } = await readArchive(archive.bytes);
  const replaced = new Set(edited.map((file) => file.path));
  return [...files.filter((file) => !replaced.has(file.path)), ...edited];
}
