import { crc32, createInflateRaw } from "node:zlib";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { checkPaths, isJunk, junkWarning, type PackageFile } from "../file";
import { type Finding, refuses, shown } from "../finding";
import { MAX_ARCHIVE_BYTES, MAX_FILES, MAX_RATIO, MAX_UNPACKED_BYTES, RATIO_FLOOR_BYTES, sizeText } from "../limits";
import { readEndRecord } from "./end-record";
import { checkEntry, type ListedEntry } from "./entry";
import { checkLayout } from "./local-header";
import { RefusedArchive, refuse } from "./refused";

/**
 * Opens an uploaded zip. The table of contents is read and checked whole before a byte is inflated, and inflating counts
 * what really comes out, so memory stays below the unpacked limit whatever the archive claims. Archives inside it stay
 * closed. When a finding refuses, `files` is empty.
 */
export async function readArchive(archive: Uint8Array): Promise<{ files: PackageFile[]; findings: Finding[] }> {
  try {
    return await readTrusting(Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength));
  } catch (error) {
    if (error instanceof RefusedArchive) return { files: [], findings: [error.finding] };
    throw error;
  }
}

async function readTrusting(bytes: Buffer): Promise<{ files: PackageFile[]; findings: Finding[] }> {
  if (bytes.length > MAX_ARCHIVE_BYTES)
    refuse(
      "archive-too-large",
      "",
      `The archive has ${sizeText(bytes.length)}; ${sizeText(MAX_ARCHIVE_BYTES)} are allowed.`,
    );
  const end = readEndRecord(bytes);
  const zip = await open(bytes);
  const listed = await list(zip);
  checkLayout(bytes, listed, end.directoryOffset);
  const junk = listed.filter((item) => isJunk(item.path));
  const kept = listed.filter((item) => !isJunk(item.path) && !item.isDirectory);
  const findings = [...checkPaths(kept.map((item) => item.path)), ...junkWarning(junk.map((item) => item.path))];
  if (findings.some(refuses)) return { files: [], findings };
  checkTotals(kept);
  return { files: await inflateAll(zip, kept), findings };
}

/** What the table of contents promises; the inflating counts again, for promises are cheap. */
function checkTotals(kept: readonly ListedEntry[]): void {
  const size = kept.reduce((sum, item) => sum + item.entry.uncompressedSize, 0);
  if (kept.length > MAX_FILES)
    refuse("too-many-files", kept[MAX_FILES]?.path ?? "", `${kept.length} files; a skill may have ${MAX_FILES}.`);
  if (size > MAX_UNPACKED_BYTES)
    refuse(
      "package-too-large",
      "",
      `The files unpack to ${sizeText(size)}; a skill may have ${sizeText(MAX_UNPACKED_BYTES)}.`,
    );
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, decodeStrings: false, validateEntrySizes: false }, (error, zip) => {
      if (error || !zip) reject(damaged("", error));
      else resolve(zip);
    });
  });
}

function list(zip: ZipFile): Promise<ListedEntry[]> {
  return new Promise((resolve, reject) => {
    const listed: ListedEntry[] = [];
    zip.on("entry", (entry: Entry) => {
      try {
        listed.push(checkEntry(entry));
        zip.readEntry();
      } catch (error) {
        reject(error);
      }
    });
    zip.on("end", () => resolve(listed));
    zip.on("error", (error: Error) => reject(damaged("", error)));
    zip.readEntry();
  });
}

async function inflateAll(zip: ZipFile, kept: readonly ListedEntry[]): Promise<PackageFile[]> {
  const files: PackageFile[] = [];
  let room = MAX_UNPACKED_BYTES;
  for (const item of kept) {
    const bytes = await inflate(zip, item, room);
    room -= bytes.length;
    files.push({ path: item.path, bytes, executable: item.executable });
  }
  return files;
}

async function inflate(zip: ZipFile, { entry, path }: ListedEntry, room: number): Promise<Uint8Array> {
  const compressed = await openCompressed(zip, entry, path);
  const inflater = entry.compressionMethod === 8 ? createInflateRaw() : null;
  if (inflater) compressed.on("error", (error) => inflater.destroy(error)).pipe(inflater);
  const limit = Math.min(room, Math.max(RATIO_FLOOR_BYTES, entry.compressedSize * MAX_RATIO));
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of inflater ?? compressed) {
      size += chunk.length;
      if (size > limit) refuse("archive-bomb", path, `“${shown(path)}” inflates to more than ${sizeText(limit)}.`);
      if (size > entry.uncompressedSize)
        refuse("archive-size-mismatch", path, `“${shown(path)}” inflates to more than the archive says.`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof RefusedArchive ? error : damaged(path, error);
  } finally {
    inflater?.destroy();
  }
  const bytes = Buffer.concat(chunks);
  const isWhole = size === entry.uncompressedSize && (!inflater || inflater.bytesWritten === entry.compressedSize);
  if (!isWhole) refuse("archive-size-mismatch", path, `“${shown(path)}” is not as long as the archive says.`);
  if (crc32(bytes) !== entry.crc32)
    refuse("archive-checksum", path, `The checksum of “${shown(path)}” is wrong; the archive is damaged.`);
  return bytes;
}

function openCompressed(zip: ZipFile, entry: Entry, path: string): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) => {
    const options = { decodeFileData: false, decompress: null, decrypt: null, start: null, end: null };
    zip.openReadStream(entry, options as never, (error, stream) => {
      if (error || !stream) reject(damaged(path, error));
      else resolve(stream);
    });
  });
}

function damaged(path: string, error: unknown): unknown {
  try {
    return refuse(
      "archive-damaged",
      path,
      `${path === "" ? "The archive" : `“${shown(path)}”`} cannot be read: ${shown(String((error as Error | null)?.message ?? "it is damaged"), 120)}.`,
    );
  } catch (refused) {
    return refused;
  }
}
