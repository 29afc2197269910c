import { crc32 } from "node:zlib";
import { deflateSync } from "fflate";
import { sha256 } from "../digest";
import type { PackageFile } from "../file";
import { comparePaths } from "../path";

export type Archive = { bytes: Uint8Array; sha256: string };

/** 1980-01-01 00:00, the zip format's own zero: a real time, or a time zone, would change the bytes. */
const DOS_DATE = (0 << 9) | (1 << 5) | 1;
const DOS_TIME = 0;
const UTF8_NAMES = 0x0800;
const MADE_BY_UNIX = (3 << 8) | 20;
const STORED = 0;
const DEFLATED = 8;

/**
 * A zip whose bytes depend on the files alone, not on machine, time zone or the order given: sorted paths, fixed time and
 * attributes. The container is written here and compressed by fflate (plain JavaScript), because zlib's output differs
 * between builds and zip writers take the time from the local clock.
 */
export function packArchive(files: readonly PackageFile[]): Archive {
  const entries = [...files].sort((a, b) => comparePaths(a.path, b.path)).map(compress);
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = localHeader(entry);
    locals.push(local, entry.data);
    directory.push(directoryHeader(entry, offset));
    offset += local.length + entry.data.length;
  }
  const directorySize = directory.reduce((sum, part) => sum + part.length, 0);
  const bytes = Buffer.concat([...locals, ...directory, endRecord(entries.length, directorySize, offset)]);
  return { bytes, sha256: sha256(bytes) };
}

type Entry = { name: Uint8Array; data: Uint8Array; size: number; crc: number; method: number; mode: number };

function compress({ path, bytes, executable }: PackageFile): Entry {
  const deflated = deflateSync(bytes, { level: 6 });
  const isSmaller = deflated.length < bytes.length;
  return {
    name: new TextEncoder().encode(path),
    data: isSmaller ? deflated : bytes,
    size: bytes.length,
    crc: crc32(bytes),
    method: isSmaller ? DEFLATED : STORED,
    mode: executable ? 0o100755 : 0o100644,
  };
}

/** The 26 bytes both headers share: version, flags, method, time, checksum, sizes, name length, extra length. */
function common(entry: Entry): Buffer {
  const part = Buffer.alloc(26);
  part.writeUInt16LE(20, 0);
  part.writeUInt16LE(UTF8_NAMES, 2);
  part.writeUInt16LE(entry.method, 4);
  part.writeUInt16LE(DOS_TIME, 6);
  part.writeUInt16LE(DOS_DATE, 8);
  part.writeUInt32LE(entry.crc, 10);
  part.writeUInt32LE(entry.data.length, 14);
  part.writeUInt32LE(entry.size, 18);
  part.writeUInt16LE(entry.name.length, 22);
  return part;
}

function localHeader(entry: Entry): Buffer {
  return Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common(entry), entry.name]);
}

function directoryHeader(entry: Entry, offset: number): Buffer {
  const start = Buffer.alloc(6);
  start.write("PK\x01\x02", 0, "latin1");
  start.writeUInt16LE(MADE_BY_UNIX, 4);
  const end = Buffer.alloc(14);
  end.writeUInt32LE((entry.mode << 16) >>> 0, 6);
  end.writeUInt32LE(offset, 10);
  return Buffer.concat([start, common(entry), end, entry.name]);
}

function endRecord(count: number, directorySize: number, directoryOffset: number): Buffer {
  const record = Buffer.alloc(22);
  record.write("PK\x05\x06", 0, "latin1");
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(directorySize, 12);
  record.writeUInt32LE(directoryOffset, 16);
  return record;
}
