import { sharedMemory } from "./kernel";

/** How large a training is. `rows` are words and pieces together. */
export type Sizes = { rows: number; batch: number; occurrences: number; slots: number };

/** The numbers of one row that one of the two halves works on. */
export const HALF = 128;
export const DIMENSIONS = 2 * HALF;

/**
 * Where everything stands in the one memory that the threads share. The vectors are cut into two halves of 128
 * dimensions, one for each thread: no two threads ever write the same number, so their pace cannot change a result.
 */
export class Shape {
  private next = 1024;
  readonly control: Int32Array;
  readonly vectors: [Float32Array, Float32Array];
  readonly squares: [Float32Array, Float32Array];
  readonly gradients: [Float32Array, Float32Array];
  readonly texts: [Float32Array, Float32Array];
  readonly textGradients: [Float32Array, Float32Array];
  readonly partials: [Float32Array, Float32Array];
  readonly similarities: [Float32Array, Float32Array];
  readonly slotDots: [Float32Array, Float32Array];
  readonly inverses: Float32Array;
  readonly errors: Float32Array;
  readonly losses: Float32Array;
  readonly weights: Float32Array;
  readonly weightSquares: Float32Array;
  readonly batches: [BatchPlace, BatchPlace];

  constructor(
    readonly sizes: Sizes,
    readonly memory: WebAssembly.Memory = sharedMemory(bytesFor(sizes)),
  ) {
    const { rows, batch, slots } = sizes;
    const pair = (count: number): [Float32Array, Float32Array] => [this.floats(count), this.floats(count)];
    this.control = this.ints(16);
    this.vectors = pair(rows * HALF);
    this.squares = pair(rows * HALF);
    this.gradients = pair(slots * HALF);
    this.texts = pair(2 * batch * HALF);
    this.textGradients = pair(2 * batch * HALF);
    this.partials = pair(2 * batch);
    this.similarities = pair(batch * batch);
    this.slotDots = pair(slots);
    this.inverses = this.floats(2 * batch);
    this.errors = this.floats(batch * batch);
    this.losses = this.floats(batch);
    this.weights = this.floats(rows);
    this.weightSquares = this.floats(rows);
    this.batches = [this.batchPlace(), this.batchPlace()];
  }

  private batchPlace(): BatchPlace {
    const { batch, occurrences, slots } = this.sizes;
    return {
      counts: this.ints(4),
      rate: this.floats(4),
      offsets: this.ints(2 * batch + 1),
      occurrenceSlots: this.ints(occurrences),
      strengths: this.floats(occurrences),
      slotRows: this.ints(slots),
      groups: this.ints(batch),
    };
  }

  private place(count: number): number {
    const at = this.next;
    this.next += Math.ceil((4 * count) / 64) * 64;
    return at;
  }
  private floats(count: number): Float32Array {
    return new Float32Array(this.memory.buffer, this.place(count), count);
  }
  private ints(count: number): Int32Array {
    return new Int32Array(this.memory.buffer, this.place(count), count);
  }
}

/** One batch: which rows each text has and how strongly. A slot stands for a row, once however many texts have it. */
export type BatchPlace = {
  counts: Int32Array;
  rate: Float32Array;
  offsets: Int32Array;
  occurrenceSlots: Int32Array;
  strengths: Float32Array;
  slotRows: Int32Array;
  groups: Int32Array;
};

function bytesFor({ rows, batch, occurrences, slots }: Sizes): number {
  const floats =
    rows * (2 * DIMENSIONS + 2) +
    slots * (DIMENSIONS + 4) +
    4 * batch * (DIMENSIONS + 8) +
    3 * batch * batch +
    4 * occurrences;
  return 4 * floats + 200_000;
}
