import type { Bag } from "./bag";
import type { StaticModel } from "./file";

/** The rows of a bag, summed, at length one; the zero vector for an empty one. */
export function vectorOf(bag: Bag, { rows }: StaticModel): Float32Array {
  return atLengthOne(rows.summed(bag));
}

function atLengthOne(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square === 0) return vector;
  const inverse = 1 / Math.sqrt(square);
  for (let at = 0; at < vector.length; at++) (vector[at] as number) *= inverse;
  return vector;
}
