import type { Entry } from "yauzl";
import { shown } from "../finding";
import type { ListedEntry } from "./entry";
import { refuse } from "./refused";

const DESCRIPTOR = 0x0008;
const DESCRIPTOR_SIGNATURE = 0x08074b50;

/**
 * Holds every local header against its line in the table of contents and checks that the entries fill the archive from its
 * first byte to the table without gap or overlap. A reader that streams and one that seeks then see the same files, and no
 * byte is hidden between them.
 */
export function checkLayout(bytes: Buffer, listed: readonly ListedEntry[], directoryOffset: number): void {
  const inOrder = [...listed].sort((a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const { entry, path } of inOrder) {
    if (entry.relativeOffsetOfLocalHeader !== end)
      refuse(
        "archive-hidden-bytes",
        path,
        `There are bytes before “${shown(path)}” that belong to no entry, or entries overlap.`,
      );
    end = checkLocalHeader(bytes, entry, path);
    if (end > directoryOffset)
      refuse("archive-header-mismatch", path, `“${shown(path)}” reaches beyond the archive's files.`);
  }
  if (end !== directoryOffset)
    refuse(
      "archive-hidden-bytes",
      inOrder.at(-1)?.path ?? "",
      "There are bytes after the last entry that belong to none.",
    );
}

/** Returns where the entry ends: after its data and, where the writer streamed, its data descriptor. */
function checkLocalHeader(bytes: Buffer, entry: Entry, path: string): number {
  const at = entry.relativeOffsetOfLocalHeader;
  const mismatch = (what: string): never =>
    refuse(
      "archive-header-mismatch",
      path,
      `“${shown(path)}” has another ${what} in its own header than in the archive's table of contents.`,
    );
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) mismatch("place");
  const flags = bytes.readUInt16LE(at + 6);
  const nameLength = bytes.readUInt16LE(at + 26);
  const extraLength = bytes.readUInt16LE(at + 28);
  const name = bytes.subarray(at + 30, at + 30 + nameLength);
  if (!name.equals(entry.fileName as unknown as Buffer)) mismatch("name");
  if (flags !== entry.generalPurposeBitFlag) mismatch("set of flags");
  if (bytes.readUInt16LE(at + 8) !== entry.compressionMethod) mismatch("method");
  const isStreamed = (flags & DESCRIPTOR) !== 0;
  const sums = [bytes.readUInt32LE(at + 14), bytes.readUInt32LE(at + 18), bytes.readUInt32LE(at + 22)];
  const listed = [entry.crc32, entry.compressedSize, entry.uncompressedSize];
  // A streaming writer does not know sizes yet and leaves zeros; anything else must agree.
  if (sums.some((sum, index) => sum !== listed[index] && !(isStreamed && sum === 0))) mismatch("size or checksum");
  const dataEnd = at + 30 + nameLength + extraLength + entry.compressedSize;
  return isStreamed ? dataEnd + descriptorLength(bytes, dataEnd, listed, mismatch) : dataEnd;
}

function descriptorLength(bytes: Buffer, at: number, listed: number[], mismatch: (what: string) => never): number {
  if (at + 12 > bytes.length) mismatch("length");
  const signed = bytes.readUInt32LE(at) === DESCRIPTOR_SIGNATURE ? 4 : 0;
  if (at + signed + 12 > bytes.length) mismatch("length");
  const agrees = listed.every((value, index) => bytes.readUInt32LE(at + signed + index * 4) === value);
  if (!agrees) mismatch("size or checksum");
  return signed + 12;
}
