import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SeedEdit, SeedOrganisation, SeedSkill, SeedVersion } from "@/db/seed/organisation";

export interface SeedFile {
  path: string;
  bytes: Uint8Array;
  executable: boolean;
}

const PACKAGES = join(dirname(fileURLToPath(import.meta.url)), "packages");

/** The files of one version of a skill, sorted by path: the package on disk with that version's edits applied. */
export function filesOf(
  organisation: Pick<SeedOrganisation, "slug">,
  skill: Pick<SeedSkill, "folder">,
  version: Pick<SeedVersion, "edits">,
): SeedFile[] {
  const folder = join(PACKAGES, organisation.slug, skill.folder);
  return (version.edits ?? []).reduce(applyEdit, filesIn(folder));
}

function filesIn(folder: string): SeedFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => ({
      path: path.replaceAll("\\", "/"),
      bytes: new Uint8Array(readFileSync(join(folder, path))),
      executable: (statSync(join(folder, path)).mode & 0o111) !== 0,
    }));
}

/** Throws when the edit finds nothing to change. */
export function applyEdit(files: SeedFile[], edit: SeedEdit): SeedFile[] {
  const path = "dropFile" in edit ? edit.dropFile : edit.file;
  const file = files.find((candidate) => candidate.path === path);
  if (!file) throw new Error(`An earlier version edits ${path}, which the package does not have.`);
  if ("dropFile" in edit) return files.filter((candidate) => candidate !== file);

  const text = new TextDecoder().decode(file.bytes);
  const edited =
    "dropSection" in edit ? withoutSection(text, edit.dropSection) : text.replace(edit.replace, () => edit.with);
  if (edited === text) throw new Error(`An edit of ${path} changes nothing: ${JSON.stringify(edit)}.`);
  return files.map((candidate) =>
    candidate === file ? { ...file, bytes: new TextEncoder().encode(edited) } : candidate,
  );
}

function withoutSection(text: string, heading: string): string {
  const level = heading.indexOf(" ");
  let fenced = false;
  let dropping = false;
  const kept = text.split("\n").filter((line) => {
    if (line.startsWith("```")) fenced = !fenced;
    const hashes = fenced ? 0 : (/^(#+) /.exec(line)?.[1]?.length ?? 0);
    if (hashes > 0) dropping = line === heading || (dropping && hashes > level);
    return !dropping;
  });
  return kept.join("\n");
}
