import { type Finding, refusal, shown, warning } from "./finding";
import { MAX_FILES, MAX_UNPACKED_BYTES, sizeText } from "./limits";
import { foldPath, pathProblem } from "./path";

export * from "./limits";

export type PackageFile = { path: string; bytes: Uint8Array; executable: boolean };

const JUNK = /(^|\/)(__MACOSX|\.git|\.svn|\.hg)(\/|$)|(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/i;

/** What operating systems and version control leave in a folder, never meant to be published. */
export function isJunk(path: string): boolean {
  return JUNK.test(path);
}

/** Says once what was left out, rather than once a file: a `.git` folder has thousands. */
export function junkWarning(paths: string[]): Finding[] {
  const [first] = paths;
  if (first === undefined) return [];
  const others = paths.length > 1 ? ` and ${paths.length - 1} more like it` : "";
  const message = `Left out “${shown(first)}”${others}: system and version-control files are not part of a skill.`;
  return [warning("guildhall", "junk-dropped", first, null, message)];
}

/** Everything that can be wrong with the list of files before one is opened: names, collisions, number, size. */
export function checkFiles(files: readonly PackageFile[]): Finding[] {
  const size = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const findings: Finding[] = [];
  if (files.length > MAX_FILES)
    findings.push(refusal("too-many-files", "", null, `${files.length} files; a skill may have ${MAX_FILES}.`));
  if (size > MAX_UNPACKED_BYTES)
    findings.push(
      refusal(
        "package-too-large",
        "",
        null,
        `${sizeText(size)} of files; a skill may have ${sizeText(MAX_UNPACKED_BYTES)}.`,
      ),
    );
  return [...findings, ...checkPaths(files.map((file) => file.path))];
}

/** Path problems and collisions: exact duplicates, names that differ only in case, a file where a folder must be. */
export function checkPaths(paths: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, string>();
  for (const path of paths) {
    const problem = pathProblem(path);
    if (problem) findings.push(refusal(problem.rule, path, null, problem.message));
    const fold = foldPath(path);
    const earlier = seen.get(fold);
    if (earlier !== undefined) findings.push(collision(path, earlier));
    seen.set(fold, path);
  }
  for (const path of paths) {
    const parent = parents(foldPath(path)).find((folder) => seen.has(folder));
    if (parent !== undefined)
      findings.push(
        refusal(
          "path-file-and-folder",
          path,
          null,
          `“${shown(seen.get(parent) ?? "")}” is a file and also the folder of “${shown(path)}”.`,
        ),
      );
  }
  return findings;
}

function collision(path: string, earlier: string): Finding {
  return path === earlier
    ? refusal("path-duplicate", path, null, `“${shown(path)}” appears twice.`)
    : refusal(
        "path-case-duplicate",
        path,
        null,
        `“${shown(path)}” and “${shown(earlier)}” are the same file on macOS and Windows. Rename one.`,
      );
}

function parents(path: string): string[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("/"));
}

/** Strict UTF-8, or null for binary content. NUL counts as binary: no text format uses it and the database cannot hold it. */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
