import { createReadStream } from "node:fs";
import { lstat, readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, posix, relative, sep } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { DomainError } from "@/lib/errors";
import { readArchive } from "@/lib/package/archive";
import {
  isJunk,
  MAX_ARCHIVE_BYTES,
  MAX_FILES,
  MAX_UNPACKED_BYTES,
  type PackageFile,
  sizeText,
} from "@/lib/package/file";
import { type Finding, refusal, refuses } from "@/lib/package/finding";
import type { Candidate } from "@/lib/services/publish-import";

/** Something on disk that holds skills: one package each, or one a line. */
export type Source = { kind: "folder" | "zip" | "lines"; path: string; count: number };

/**
 * What the paths hold: a folder with a SKILL.md is one package, any other is searched for packages and zips; a `.zip` is one
 * package; `.jsonl` and `.jsonl.gz` have one a line.
 * @throws DomainError `not_found` for a path that is not there, `invalid` for one that holds nothing of this
 */
export async function listSources(paths: string[]): Promise<Source[]> {
  const sources: Source[] = [];
  for (const path of paths) {
    const found = await sourcesAt(path);
    if (found.length === 0) {
      throw new DomainError("invalid", `${path} holds no skill: give folders with a SKILL.md, zips, or .jsonl files.`);
    }
    sources.push(...found);
  }
  return sources;
}

/** The skills of all sources, one after another, read as they are asked for. */
export async function* candidatesOf(sources: Source[]): AsyncGenerator<Candidate> {
  for (const { kind, path } of sources) {
    if (kind === "lines") yield* candidatesInLines(path);
    else yield kind === "zip" ? await candidateInZip(path) : await candidateInFolder(path);
  }
}

async function sourcesAt(path: string): Promise<Source[]> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new DomainError("not_found", `${path} is not there.`);
  if (found.isDirectory()) return sourcesIn(path);
  if (/\.jsonl(\.gz)?$/i.test(path)) return [{ kind: "lines", path, count: await countLines(path) }];
  return /\.zip$/i.test(path) ? [{ kind: "zip", path, count: 1 }] : [];
}

async function sourcesIn(folder: string): Promise<Source[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  if (entries.some((entry) => entry.isFile() && /^skill\.md$/i.test(entry.name))) {
    return [{ kind: "folder", path: folder, count: 1 }];
  }
  const sources: Source[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (isJunk(entry.name) || entry.name === "node_modules") continue;
    if (entry.isDirectory()) sources.push(...(await sourcesIn(path)));
    else if (entry.isFile() && /\.zip$/i.test(entry.name)) sources.push({ kind: "zip", path, count: 1 });
  }
  return sources;
}

async function candidateInFolder(folder: string): Promise<Candidate> {
  const files: PackageFile[] = [];
  const problem = await collect(folder, folder, files, { bytes: MAX_UNPACKED_BYTES });
  if (problem) return { where: folder, unreadable: [problem] };
  return { where: folder, files, folder: basename(folder) };
}

/** Stops at the limits, so that a folder with a film in it is not read to its end. Links are refused: they may lead anywhere. */
async function collect(
  root: string,
  folder: string,
  files: PackageFile[],
  room: { bytes: number },
): Promise<Finding | null> {
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name);
    const inside = relative(root, path).split(sep).join(posix.sep);
    const found = await lstat(path);
    if (isJunk(inside)) continue;
    if (found.isSymbolicLink()) return refusal("link", inside, null, `“${inside}” is a link; a skill has files only.`);
    if (found.isDirectory()) {
      const problem = await collect(root, path, files, room);
      if (problem) return problem;
    } else if (found.isFile()) {
      room.bytes -= found.size;
      if (room.bytes < 0) {
        return refusal(
          "package-too-large",
          inside,
          null,
          `A skill has up to ${sizeText(MAX_UNPACKED_BYTES)} of files.`,
        );
      }
      if (files.length === MAX_FILES)
        return refusal("too-many-files", inside, null, `A skill has up to ${MAX_FILES} files.`);
      files.push({ path: inside, bytes: await readFile(path), executable: (found.mode & 0o111) !== 0 });
    }
  }
  return null;
}

async function candidateInZip(path: string): Promise<Candidate> {
  const { size } = await stat(path);
  if (size > MAX_ARCHIVE_BYTES) {
    const message = `The archive has ${sizeText(size)}; ${sizeText(MAX_ARCHIVE_BYTES)} are allowed.`;
    return { where: path, unreadable: [refusal("archive-too-large", "", null, message)] };
  }
  const { files, findings } = await readArchive(await readFile(path));
  return findings.some(refuses) ? { where: path, unreadable: findings } : { where: path, files };
}

function linesOf(path: string) {
  const file = createReadStream(path);
  const input = path.toLowerCase().endsWith(".gz") ? file.pipe(createGunzip()) : file;
  file.on("error", (error) => input.destroy(error));
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

async function countLines(path: string): Promise<number> {
  let count = 0;
  for await (const line of linesOf(path)) if (line.trim() !== "") count += 1;
  return count;
}

async function* candidatesInLines(path: string): AsyncGenerator<Candidate> {
  let number = 0;
  for await (const line of linesOf(path)) {
    number += 1;
    if (line.trim() !== "") yield candidateInLine(line, `${path}:${number}`);
  }
}

/** A line is `{"source": …, "path": "…/folder/SKILL.md", "skill_md": "…"}`. */
export function candidateInLine(line: string, where: string): Candidate {
  const given = parseJson(line) as { source?: unknown; path?: unknown; skill_md?: unknown } | null;
  const { source, path, skill_md: text } = given ?? {};
  if (typeof path !== "string" || typeof text !== "string") {
    const message = "The line is not JSON with the texts `path` and `skill_md`.";
    return { where, unreadable: [refusal("not-a-skill-line", "", null, message)] };
  }
  const folder = basename(dirname(path));
  return {
    where: typeof source === "string" ? `${source}/${path}` : path,
    files: [{ path: "SKILL.md", bytes: new TextEncoder().encode(text), executable: false }],
    ...(folder === "" || folder === "." ? {} : { folder }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
