import type { Bag } from "./bag";
import type { StaticModel } from "./file";

/** The rows of a bag, summed, at length one; the zero vector for an empty one. */
export function vectorOf(bag: Bag, { dimensions, rows, scales }: StaticModel): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const [row, strength] of bag) {
    const [scale, from] = [strength * (scales[row] as number), row * dimensions];
    for (let at = 0; at < dimensions; at++) (vector[at] as number) += scale * (rows[from + at] as number);
  }
  return atLengthOne(vector);
}

function atLengthOne(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square === 0) return vector;
  const inverse = 1 / Math.sqrt(square);
  for (let at = 0; at < vector.length; at++) (vector[at] as number) *= inverse;
  return vector;
}
