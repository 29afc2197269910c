import type { Embedder } from "./embedder";

const DIMENSIONS = 256;

/**
 * The embedder of last resort: it has learned nothing, and places a text by which words and parts of words stand in it. Two
 * texts are near when they share these, so it forgives endings and slips, and knows no synonyms.
 */
export function hashedEmbedder(): Embedder {
  return {
    model: "guildhall-hashed-1",
    dimensions: DIMENSIONS,
    embed: async (texts) => texts.map(vectorOf),
  };
}

function vectorOf(text: string): Float32Array {
  const counts = new Map<string, number>();
  for (const word of text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []) {
    add(counts, word, 1);
    const framed = `<${word}>`;
    for (let at = 0; at + 3 <= framed.length; at++) add(counts, framed.slice(at, at + 3), 0.3);
  }
  const vector = new Float32Array(DIMENSIONS);
  for (const [part, weight] of counts) {
    const hash = hashOf(part);
    const place = hash % DIMENSIONS;
    // What stands there often counts little more than what stands there once.
    vector[place] = (vector[place] ?? 0) + (hash & 0x100 ? 1 : -1) * Math.sqrt(weight);
  }
  return unit(vector);
}

function add(counts: Map<string, number>, part: string, weight: number): void {
  counts.set(part, (counts.get(part) ?? 0) + weight);
}

/** FNV-1a over UTF-16 units, mixed once more: its low bits alone tell short words badly apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}

/** The same direction with length one; a vector of nothing stays one. Changes what it is given. */
export function unit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const part of vector) square += part * part;
  const length = Math.sqrt(square);
  if (length > 0) for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] ?? 0) / length;
  return vector;
}
