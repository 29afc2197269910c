import { advance, assembled, countDown, F64, get, I32, leb, loadLanes, set, simd, storeLanes, V128 } from "./assembly";
import type { Bag } from "./bag";

const PAGE_BYTES = 65_536;
const LANES = 4;
const [f64Add, f64Mul, f64Splat] = [simd(0xf0), simd(0xf2), simd(0x14)];
const [fromBytes, fromShorts, toDoubles] = [simd(0x87), simd(0xa7), simd(0xfe)];
const [promoted, demoted] = [simd(0x5f), simd(0x5e)];
const loadFourBytes = [...simd(0x5c), 0, ...leb(0)];
const shuffled = (bytes: number[]): number[] => [...simd(0x0d), ...bytes];
const upward = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index);
const lowerHalves = shuffled([...upward(0, 8), ...upward(16, 8)]);
const lower = get;
const upper = (local: number): number[] => [
  ...get(local),
  ...get(local),
  ...shuffled([...upward(8, 8), ...upward(0, 8)]),
];

/** Two of the four floats of local 6, with the integers of local 5 times the factor of local 4 added. */
const twoSums = (half: (local: number) => number[]): number[] => [
  ...[...half(6), ...promoted, ...half(5), ...toDoubles, ...get(4)],
  ...[...f64Mul, ...f64Add, ...demoted],
];

/**
 * y += a·x, over 4·quads floats of y and bytes of x: addRow(y, x, quads, a). In doubles, and each sum rounded to a float:
 * to the last bit what JavaScript gives with a Float32Array, in a fraction of the time.
 */
const addRow = {
  parameters: [I32, I32, I32, F64],
  results: [],
  locals: [V128, V128, V128],
  code: [
    ...[...get(3), ...f64Splat, ...set(4)],
    ...countDown(2, [
      ...[...get(1), ...loadFourBytes, ...fromBytes, ...fromShorts, ...set(5), ...loadLanes(0, 0), ...set(6)],
      ...[...get(0), ...twoSums(lower), ...twoSums(upper), ...lowerHalves, ...storeLanes(0)],
      ...[...advance(0, 4 * LANES), ...advance(1, LANES)],
    ]),
  ],
};

type AddRow = (sum: number, row: number, quads: number, factor: number) => void;

/** The rows of a model, of signed bytes, and what each is multiplied by; in a memory where they are summed quickly. */
export class Rows {
  readonly bytes: Int8Array;
  readonly scales: Float32Array;
  private readonly sum: Float32Array;
  private readonly add: AddRow;

  /** The bytes of a row are as many for each, a multiple of four. They are copied. */
  constructor(bytes: Uint8Array, scales: Float32Array) {
    const dimensions = bytes.length / scales.length;
    const pages = Math.ceil((4 * dimensions + bytes.length) / PAGE_BYTES);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    // The running sum stands at the beginning, the rows behind it.
    this.sum = new Float32Array(memory.buffer, 0, dimensions);
    this.bytes = new Int8Array(memory.buffer, 4 * dimensions, bytes.length);
    this.bytes.set(bytes);
    this.scales = scales;
    this.add = assembled({ addRow }, memory, [0x01, ...leb(pages), ...leb(pages)]).addRow as AddRow;
  }

  /** The sum of a bag's rows, in its order, each times its strength and scale. */
  summed(bag: Bag): Float32Array {
    const [dimensions, first] = [this.sum.length, this.bytes.byteOffset];
    this.sum.fill(0);
    for (const [row, strength] of bag) {
      this.add(0, first + row * dimensions, dimensions / LANES, strength * (this.scales[row] as number));
    }
    return this.sum.slice();
  }
}
