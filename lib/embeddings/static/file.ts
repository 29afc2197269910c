import { createHash } from "node:crypto";
import { Rows } from "./rows";
import { type Vocabulary, vocabularyOf } from "./vocabulary";

/** A model as it is used: its words, and one row of 256 numbers for each word and each piece. */
export type StaticModel = { vocabulary: Vocabulary; dimensions: number; rows: Rows };

// magic (8) · version · dimensions · words · buckets · vocabulary's bytes (4 each) · SHA-256 of what follows (32) ·
// vocabulary, a line a word · filling to a multiple of 4 · scales · rows. Numbers are little-endian.
const MAGIC = "GHSTATIC";
const VERSION = 1;
const HEADER_BYTES = 60;
const DIGEST_AT = 28;

const sha256 = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();
const filled = (bytes: number): number => Math.ceil(bytes / 4) * 4;

export function encodeModel(
  words: readonly string[],
  buckets: number,
  dimensions: number,
  vectors: Float32Array,
): Buffer {
  const vocabulary = Buffer.from(words.join("\n"), "utf8");
  const count = words.length + buckets;
  const scalesAt = HEADER_BYTES + filled(vocabulary.length);
  const file = Buffer.alloc(scalesAt + 4 * count + count * dimensions);
  file.write(MAGIC, 0, "latin1");
  for (const [index, value] of [VERSION, dimensions, words.length, buckets, vocabulary.length].entries()) {
    file.writeUInt32LE(value, 8 + 4 * index);
  }
  vocabulary.copy(file, HEADER_BYTES);
  for (let row = 0; row < count; row++) {
    const vector = vectors.subarray(row * dimensions, (row + 1) * dimensions);
    const scale = Math.fround(vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127) || 1e-12;
    file.writeFloatLE(scale, scalesAt + 4 * row);
    const at = scalesAt + 4 * count + row * dimensions;
    for (let index = 0; index < dimensions; index++)
      file.writeInt8(Math.round((vector[index] ?? 0) / scale), at + index);
  }
  sha256(file.subarray(HEADER_BYTES)).copy(file, DIGEST_AT);
  return file;
}

/** Reads a model. Throws, with a sentence, what is damaged, cut short, or of another version. */
export function decodeModel(file: Buffer): StaticModel {
  if (file.length < HEADER_BYTES || file.toString("latin1", 0, 8) !== MAGIC) throw refusal("is not one of its models");
  const [version = 0, dimensions = 0, words = 0, buckets = 0, vocabularyBytes = 0] = [0, 1, 2, 3, 4].map((index) =>
    file.readUInt32LE(8 + 4 * index),
  );
  if (version !== VERSION) throw refusal(`is of version ${version}, and version ${VERSION} is read here`);
  if (!sha256(file.subarray(HEADER_BYTES)).equals(file.subarray(DIGEST_AT, HEADER_BYTES))) {
    throw refusal("is damaged: its bytes do not have the digest that it names");
  }
  const [count, scalesAt] = [words + buckets, HEADER_BYTES + filled(vocabularyBytes)];
  if (file.length !== scalesAt + 4 * count + count * dimensions) throw refusal("is not as long as it says");
  if (dimensions % 4 !== 0) throw refusal("has rows whose length is not a multiple of four, by which they are summed");
  const list = file.toString("utf8", HEADER_BYTES, HEADER_BYTES + vocabularyBytes).split("\n");
  const scales = Float32Array.from({ length: count }, (_, row) => file.readFloatLE(scalesAt + 4 * row));
  const rows = new Rows(file.subarray(scalesAt + 4 * count), scales);
  return { vocabulary: vocabularyOf(list, buckets), dimensions, rows };
}

const refusal = (what: string): Error =>
  new Error(`The embedding model ${what}. Take lib/embeddings/static/model.bin from the repository again.`);
