import { expect, test } from "vitest";
import { Rows } from "./rows";

const DIMENSIONS = 12;
const COUNT = 50;
const bytes = Int8Array.from({ length: COUNT * DIMENSIONS }, (_, at) => ((at * 7919) % 255) - 127);
const scales = Float32Array.from({ length: COUNT }, (_, row) => Math.fround(0.37 / (row + 1)));
const rows = new Rows(new Uint8Array(bytes.buffer), scales);

/** As one would write it. */
function summed(bag: ReadonlyMap<number, number>): Float32Array {
  const sum = new Float32Array(DIMENSIONS);
  for (const [row, strength] of bag) {
    const factor = strength * (scales[row] ?? 0);
    for (let at = 0; at < DIMENSIONS; at++) sum[at] = (sum[at] ?? 0) + factor * (bytes[row * DIMENSIONS + at] ?? 0);
  }
  return sum;
}

test.each([0, 1, 2, 7, COUNT])("the sum of %i rows is to the last bit what a loop over floats gives", (size) => {
  const bag = new Map(Array.from({ length: size }, (_, index) => [COUNT - 1 - index, Math.log2(2 + index)]));
  expect(rows.summed(bag)).toEqual(summed(bag));
});

test("a sum is kept when the next one is made", () => {
  const first = rows.summed(new Map([[1, 1]]));
  rows.summed(new Map([[2, 1]]));
  expect(first).toEqual(summed(new Map([[1, 1]])));
});
