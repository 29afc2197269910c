import { MAX_ARCHIVE_ENTRIES } from "../limits";
import { refuse } from "./refused";

export type EndRecord = { entryCount: number; directoryOffset: number; directoryEnd: number };

const SIGNATURE = Buffer.from("PK\x05\x06", "latin1");
const ZIP64_LOCATOR = Buffer.from("PK\x06\x07", "latin1");
const SIZE = 22;

/**
 * Reads the end-of-central-directory record as strictly as PyPI does. Zip readers disagree about archives with two such
 * records, bytes after them, or ZIP64 records; two readers then see two different packages, so we accept none of these.
 */
export function readEndRecord(bytes: Buffer): EndRecord {
  const at = bytes.lastIndexOf(SIGNATURE, Math.max(0, bytes.length - SIZE));
  if (at < 0) refuse("archive-not-zip", "", "This is not a zip archive, or it is cut off.");
  if (at + SIZE + bytes.readUInt16LE(at + 20) !== bytes.length)
    refuse("archive-trailing-data", "", "The archive has bytes after its end, or a damaged end. Zip the folder again.");
  if (at >= 20 && bytes.subarray(at - 20, at - 16).equals(ZIP64_LOCATOR))
    refuse(
      "archive-zip64",
      "",
      "The archive is in the ZIP64 form, which a package of this size does not need. Zip it again without it.",
    );
  const entryCount = bytes.readUInt16LE(at + 10);
  const directorySize = bytes.readUInt32LE(at + 12);
  const directoryOffset = bytes.readUInt32LE(at + 16);
  if (bytes.readUInt16LE(at + 4) !== 0 || bytes.readUInt16LE(at + 6) !== 0 || bytes.readUInt16LE(at + 8) !== entryCount)
    refuse("archive-split", "", "The archive is one part of several. Zip the folder into one file.");
  // Before any entry is looked at: 100,000 names alone would cost more than a whole honest package.
  if (entryCount > MAX_ARCHIVE_ENTRIES)
    refuse(
      "too-many-files",
      "",
      `The archive lists ${entryCount === 0xffff ? "65,535 or more" : entryCount} entries; ${MAX_ARCHIVE_ENTRIES} are allowed.`,
    );
  if (directoryOffset + directorySize !== at)
    refuse(
      "archive-directory-mismatch",
      "",
      "The archive's table of contents is not where its end record says. Zip the folder again.",
    );
  return { entryCount, directoryOffset, directoryEnd: at };
}
