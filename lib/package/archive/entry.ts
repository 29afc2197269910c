import { crc32 } from "node:zlib";
import type { Entry } from "yauzl";
import { shown } from "../finding";
import { MAX_UNPACKED_BYTES, sizeText } from "../limits";
import { pathProblem } from "../path";
import { refuse } from "./refused";

/** One file of the archive after all that its table-of-contents line can tell has been checked. */
export type ListedEntry = { entry: Entry; path: string; isDirectory: boolean; executable: boolean };

const ENCRYPTED = 0x0001 | 0x0040 | 0x2000;
const UTF8 = 0x0800;
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const DIRECTORY = 0o040000;
const ZIP64_EXTRA = 0x0001;
const UNICODE_PATH_EXTRA = 0x7075;

/** Checks one line of the central directory. Throws `RefusedArchive` naming the entry. */
export function checkEntry(entry: Entry): ListedEntry {
  const name = entryName(entry);
  const isDirectory = name.endsWith("/");
  const path = (isDirectory ? name.slice(0, -1) : name).normalize("NFC");
  const problem = pathProblem(path);
  if (problem) refuse(problem.rule, name, problem.message);
  checkKind(entry, name, isDirectory);
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0)
    refuse("archive-encrypted", name, `“${shown(name)}” is encrypted. Zip the folder without a password.`);
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    refuse(
      "archive-method",
      name,
      `“${shown(name)}” is compressed by method ${entry.compressionMethod}; only plain deflate is read.`,
    );
  if (entry.uncompressedSize > MAX_UNPACKED_BYTES)
    refuse(
      "package-too-large",
      name,
      `“${shown(name)}” unpacks to ${sizeText(entry.uncompressedSize)}; a whole skill may have ${sizeText(MAX_UNPACKED_BYTES)}.`,
    );
  const executable = !isDirectory && ((entry.externalFileAttributes >>> 16) & 0o111) !== 0;
  return { entry, path, isDirectory, executable };
}

/** Links, devices and the like leave the folder or are no files; the upper half of the attributes tells, whoever wrote it. */
function checkKind(entry: Entry, name: string, isDirectory: boolean): void {
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type === 0o120000)
    refuse("archive-symlink", name, `“${shown(name)}” is a symbolic link. Put the file itself into the archive.`);
  if (type !== 0 && type !== (isDirectory ? DIRECTORY : REGULAR))
    refuse("archive-special-file", name, `“${shown(name)}” is neither a file nor a folder.`);
  if (isDirectory && entry.uncompressedSize !== 0)
    refuse("archive-special-file", name, `The folder “${shown(name)}” has content of its own.`);
}

function entryName(entry: Entry): string {
  // With `decodeStrings: false` the reader hands out the bytes; its typings do not say so.
  const raw = entry.fileName as unknown as Buffer;
  const name = decodeName(raw, (entry.generalPurposeBitFlag & UTF8) !== 0);
  const ids = new Set<number>();
  for (const field of entry.extraFields) {
    if (ids.has(field.id))
      refuse("archive-extra-field", name, `“${shown(name)}” carries the same extra field twice. Zip the folder again.`);
    ids.add(field.id);
    if (field.id === ZIP64_EXTRA)
      refuse("archive-zip64", name, `“${shown(name)}” uses ZIP64, which a package of this size does not need.`);
    if (field.id === UNICODE_PATH_EXTRA && otherName(field.data, raw) !== null && otherName(field.data, raw) !== name)
      refuse(
        "archive-two-names",
        name,
        `“${shown(name)}” has a second, different name for other readers. Zip the folder again.`,
      );
  }
  return name;
}

function decodeName(raw: Buffer, isUtf8: boolean): string {
  try {
    // Apple's archiver writes UTF-8 without saying so; anything else unsaid would be a guess.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    const name = raw.toString("latin1");
    return refuse(
      "path-encoding",
      name,
      `The name “${shown(name)}” is not ${isUtf8 ? "valid " : ""}UTF-8. Rename the file.`,
    );
  }
}

function otherName(field: Buffer, raw: Buffer): string | null {
  if (field.length < 6 || field[0] !== 1 || field.readUInt32LE(1) !== crc32(raw)) return null;
  return field.subarray(5).toString("utf8");
}
