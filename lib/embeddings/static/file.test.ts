import { describe, expect, test } from "vitest";
import { decodeModel, encodeModel } from "./file";

const vectors = Float32Array.from({ length: 3 * 4 }, (_, index) => (index - 5) / 10);
const file = () => encodeModel(["contract", "übersicht"], 1, 4, vectors);
const damaged = (at: number) => {
  const bytes = file();
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
};

describe("a model's file", () => {
  test("gives back its words and, nearly, its numbers", () => {
    const { vocabulary, dimensions, rows } = decodeModel(file());
    expect([vocabulary.rowOf.get("übersicht"), vocabulary.words, vocabulary.buckets, dimensions]).toEqual([1, 2, 1, 4]);
    for (const [index, value] of vectors.entries()) {
      expect((rows.bytes[index] ?? 0) * (rows.scales[index >> 2] ?? 0)).toBeCloseTo(value, 2);
    }
  });

  test("is refused when a single bit of a row or a word has changed", () => {
    const last = file().length - 1;
    for (const at of [last, 61]) expect(() => decodeModel(damaged(at))).toThrow(/is damaged/);
  });

  test("is refused when it is something else, of another version, or cut short", () => {
    expect(() => decodeModel(damaged(0))).toThrow(/is not one of its models/);
    expect(() => decodeModel(damaged(8))).toThrow(/is of version 0/);
    expect(() => decodeModel(file().subarray(0, 40))).toThrow(/is not one of its models/);
    expect(() => decodeModel(file().subarray(0, 70))).toThrow(/is damaged/);
    expect(() => decodeModel(encodeModel(["contract"], 1, 3, vectors))).toThrow(/not a multiple of four/);
  });
});
