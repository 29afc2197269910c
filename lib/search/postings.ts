import type { Weight } from "./fields";

// An entry: the skill's number within its bucket, the fields' bits, the impact's high byte and low byte.
const ENTRY = 4;
export const BUCKET = 256;

export type Entry = Weight & { number: number };

export const bucketOf = (number: number): number => Math.floor(number / BUCKET);

/**
 * A bucket's bytes with some skills' entries set or, where null, taken out; in the order of their numbers. Null when nothing is left.
 * @param changes by a skill's number in its bucket
 */
export function changedBucket(bytes: Uint8Array | null, changes: Map<number, Weight | null>): Uint8Array | null {
  const entries = new Map<number, Weight>();
  for (const { number, ...weight } of entriesOf(bytes ?? new Uint8Array(), 0)) entries.set(number, weight);
  for (const [offset, weight] of changes) {
    if (weight) entries.set(offset, weight);
    else entries.delete(offset);
  }
  if (entries.size === 0) return null;
  const inOrder = [...entries].sort(([a], [b]) => a - b);
  return Buffer.from(inOrder.map(([offset, weight]) => entryHex(offset, weight)).join(""), "hex");
}

/** One entry, as hexadecimal digits: what is laid behind a bucket's bytes when the skill's number is the highest in it. */
export function entryHex(offset: number, { fields, impact }: Weight): string {
  return (offset * 2 ** 24 + (fields << 16) + impact).toString(16).padStart(2 * ENTRY, "0");
}

/** The entries of one bucket, with the skills' numbers in the hall. */
export function entriesOf(bytes: Uint8Array, bucket: number): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
    const [offset = 0, fields = 0, high = 0, low = 0] = bytes.subarray(at, at + ENTRY);
    entries.push({ number: bucket * BUCKET + offset, fields, impact: high * 256 + low });
  }
  return entries;
}

/** A word's entries in one hall, as columns. */
export type PostingList = { numbers: Uint32Array; fields: Uint8Array; impacts: Uint16Array };

/**
 * Reads the buckets of a word that were laid end to end, each after its number and its length in bytes (four bytes each,
 * high byte first).
 */
export function readBuckets(bytes: Uint8Array): PostingList {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const most = Math.floor(bytes.length / ENTRY);
  const list = { numbers: new Uint32Array(most), fields: new Uint8Array(most), impacts: new Uint16Array(most) };
  let count = 0;
  for (let at = 0; at + 8 <= bytes.length; ) {
    const base = view.getInt32(at) * BUCKET;
    const end = at + 8 + view.getInt32(at + 4);
    for (at += 8; at < end; at += ENTRY, count += 1) {
      list.numbers[count] = base + view.getUint8(at);
      list.fields[count] = view.getUint8(at + 1);
      list.impacts[count] = view.getUint16(at + 2);
    }
  }
  return {
    numbers: list.numbers.subarray(0, count),
    fields: list.fields.subarray(0, count),
    impacts: list.impacts.subarray(0, count),
  };
}
