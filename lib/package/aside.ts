import { type Archive, packArchive } from "./archive/pack";
import { inThread } from "./aside/thread";
import type { PackageFile } from "./file";
import { parsePackage } from "./parse";

/** From this size on, in bytes, a package takes longer than sending it to a thread and back; below, some ten milliseconds. */
const LARGE = 256 * 1024;

const isLarge = (files: readonly PackageFile[]) => files.reduce((sum, file) => sum + file.bytes.length, 0) > LARGE;

/** `parsePackage` for a process that has others to answer: a large package is read, checked and packed in a thread. */
export async function parseAside(files: PackageFile[], folder?: string): Promise<ReturnType<typeof parsePackage>> {
  return isLarge(files) ? inThread("parse", files, folder) : parsePackage(files, folder);
}

/** `packArchive`, likewise. */
export async function packAside(files: readonly PackageFile[]): Promise<Archive> {
  if (!isLarge(files)) return packArchive(files);
  // Rows have more columns than a thread needs to be sent.
  return inThread(
    "pack",
    files.map(({ path, bytes, executable }) => ({ path, bytes, executable })),
  );
}
