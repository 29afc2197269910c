import fc from "fast-check";
import { expect, test } from "vitest";
import { changedBucket, entriesOf, readBuckets } from "./postings";

const weight = fc.record({ fields: fc.integer({ min: 1, max: 31 }), impact: fc.integer({ min: 1, max: 65_535 }) });

test("a bucket gives back what was put in, in order, and is nothing when all is taken out", () => {
  const offsets = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 255 }), weight), { selector: ([at]) => at });
  fc.assert(
    fc.property(offsets, (given) => {
      const bytes = changedBucket(null, new Map(given));
      const sorted = [...given].sort(([a], [b]) => a - b).map(([at, one]) => ({ number: 512 + at, ...one }));
      expect(entriesOf(bytes ?? new Uint8Array(), 2)).toEqual(sorted);
      expect(changedBucket(bytes, new Map(given.map(([at]) => [at, null])))).toBeNull();
    }),
  );
});

test("one skill's change leaves the others alone", () => {
  const before = changedBucket(
    null,
    new Map([
      [3, { fields: 1, impact: 9 }],
      [7, { fields: 2, impact: 300 }],
    ]),
  );
  const after = changedBucket(before, new Map([[3, { fields: 4, impact: 65_535 }]]));
  expect(entriesOf(after ?? new Uint8Array(), 0)).toEqual([
    { number: 3, fields: 4, impact: 65_535 },
    { number: 7, fields: 2, impact: 300 },
  ]);
});

test("buckets laid end to end are read as one list", () => {
  const laid = Buffer.from("0000000000000004" + "05010102" + "0000000100000008" + "00020001" + "ff100003", "hex");
  const { numbers, fields, impacts } = readBuckets(laid);
  expect([[...numbers], [...fields], [...impacts]]).toEqual([
    [5, 256, 511],
    [1, 2, 16],
    [258, 1, 3],
  ]);
});
