import { DIMENSIONS, HALF, type Shape } from "./shape";
import { STARTING_DIMENSIONS } from "./starting-vectors";

type Random = () => number;

// A piece or a word without a starting vector begins near nothing, and goes where its skills are.
const SMALL = 0.02;

/** Fills a shape with the vectors and weights that the training starts from. */
export function fillFirst(
  shape: Shape,
  { words, frequencies }: { words: string[]; frequencies: number[] },
  texts: number,
  starting: ReadonlyMap<string, Float32Array>,
  random: Random,
): void {
  const spread = Array.from({ length: STARTING_DIMENSIONS }, () =>
    Float32Array.from({ length: DIMENSIONS }, () => normal(random) / Math.sqrt(DIMENSIONS)),
  );
  const mean = meanOf([...starting.values()]);
  for (let row = 0; row < shape.sizes.rows; row++) {
    const start = starting.get(words[row] ?? "");
    const vector = start ? unitLength(spreadOut(start, mean, spread)) : new Float32Array(DIMENSIONS);
    for (let at = 0; at < DIMENSIONS; at++) {
      shape.vectors[at < HALF ? 0 : 1][row * HALF + (at % HALF)] = (vector[at] ?? 0) + SMALL * normal(random);
    }
    const frequency = frequencies[row] ?? texts / 50;
    shape.weights[row] = Math.log(Math.log(1 + texts / frequency) / 4);
  }
}

/** A hundred numbers as 256, angles nearly kept: a random projection. */
function spreadOut(start: Float32Array, mean: Float32Array, spread: Float32Array[]): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  for (const [index, direction] of spread.entries()) {
    const value = (start[index] ?? 0) - (mean[index] ?? 0);
    for (let at = 0; at < DIMENSIONS; at++) vector[at] = (vector[at] ?? 0) + value * (direction[at] ?? 0);
  }
  return vector;
}

function meanOf(vectors: Float32Array[]): Float32Array {
  const mean = new Float32Array(STARTING_DIMENSIONS);
  for (const vector of vectors) {
    for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] ?? 0) + (vector[at] ?? 0) / vectors.length;
  }
  return mean;
}

function unitLength(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length > 0 ? vector.map((value) => value / length) : vector;
}

/** Normally distributed about 0 (Box and Muller). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
