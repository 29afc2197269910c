import { crc32, deflateRawSync } from "node:zlib";

/** One entry of a hand-made zip; every field that is left out is honest. */
export type ZipEntry = {
  name: string | Buffer;
  data?: Buffer;
  /** Compressed bytes to use instead of deflating `data`. */
  raw?: Buffer;
  method?: number;
  flags?: number;
  mode?: number;
  extra?: Buffer;
  localName?: string;
  localMethod?: number;
  localSize?: number;
  listedSize?: number;
  crc?: number;
  /** Bytes before the local header that belong to nobody. */
  gap?: Buffer;
  descriptor?: boolean;
};

export type ZipTail = { comment?: Buffer; trailing?: Buffer; entryCount?: number; beforeEnd?: Buffer; prefix?: Buffer };

/** Writes zips as an attacker would, which honest zip libraries refuse to. */
export function forgeZip(entries: ZipEntry[], tail: ZipTail = {}): Buffer {
  const parts: Buffer[] = [tail.prefix ?? Buffer.alloc(0)];
  const directory: Buffer[] = [];
  let offset = parts[0]?.length ?? 0;
  const push = (...buffers: Buffer[]) => {
    for (const buffer of buffers) {
      parts.push(buffer);
      offset += buffer.length;
    }
  };
  for (const entry of entries) {
    push(entry.gap ?? Buffer.alloc(0));
    const at = offset;
    const data = entry.data ?? Buffer.from("hello");
    const method = entry.method ?? 8;
    const raw = entry.raw ?? (method === 8 ? deflateRawSync(data) : data);
    const crc = entry.crc ?? crc32(data);
    const size = entry.listedSize ?? data.length;
    const flags = (entry.flags ?? 0x0800) | (entry.descriptor ? 8 : 0);
    const sums = entry.descriptor ? [0, 0, 0] : [crc, raw.length, entry.localSize ?? size];
    const localName = Buffer.from(entry.localName ?? entry.name);
    push(
      Buffer.from("PK\x03\x04", "latin1"),
      header(flags, entry.localMethod ?? method, sums, localName.length, 0),
      localName,
      raw,
    );
    if (entry.descriptor) push(Buffer.from("PK\x07\x08", "latin1"), words([crc, raw.length, size]));
    const name = Buffer.from(entry.name);
    const extra = entry.extra ?? Buffer.alloc(0);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(at, 10);
    directory.push(
      Buffer.from("PK\x01\x02\x14\x03", "latin1"),
      header(flags, method, [crc, raw.length, size], name.length, extra.length),
      rest,
      name,
      extra,
    );
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(Math.min(tail.entryCount ?? entries.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(tail.entryCount ?? entries.length, 0xffff), 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(tail.comment?.length ?? 0, 20);
  return Buffer.concat([
    ...parts,
    listing,
    tail.beforeEnd ?? Buffer.alloc(0),
    end,
    tail.comment ?? Buffer.alloc(0),
    tail.trailing ?? Buffer.alloc(0),
  ]);
}

function header(flags: number, method: number, sums: number[], nameLength: number, extraLength: number): Buffer {
  const part = Buffer.alloc(14);
  part.writeUInt16LE(20, 0);
  part.writeUInt16LE(flags, 2);
  part.writeUInt16LE(method, 4);
  part.writeUInt16LE(33, 8);
  const lengths = Buffer.alloc(4);
  lengths.writeUInt16LE(nameLength, 0);
  lengths.writeUInt16LE(extraLength, 2);
  return Buffer.concat([part.subarray(0, 10), words(sums), lengths]);
}

function words(values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) buffer.writeUInt32LE(value >>> 0, index * 4);
  return buffer;
}

export function extraField(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}
