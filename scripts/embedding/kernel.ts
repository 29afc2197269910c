// The inner loops of the training as WebAssembly, put together here byte by byte: with its four-wide arithmetic they run
// several times faster than in JavaScript, give the same bits on every machine, and need no compiler to be installed.

import {
  advance,
  assembled,
  countDown,
  F32,
  get,
  I32,
  leb,
  loadLanes,
  set,
  simd,
  storeLanes,
  V128,
} from "@/lib/embeddings/static/assembly";

const [splat, add, sub, mul, div, sqrt] = [simd(0x13), simd(0xe4), simd(0xe5), simd(0xe6), simd(0xe7), simd(0xe3)];
const zero = [0xfd, 0x0c, ...Array.from({ length: 16 }, () => 0)];

const sumLanes = (local: number): number[] => [
  ...[0, 1, 2, 3].flatMap((lane) => [...get(local), ...simd(0x1f), lane]),
  ...[0x92, 0x92, 0x92],
];

/** y += a·x over 4·quads numbers. */
const addScaled = {
  parameters: [I32, I32, I32, F32],
  results: [],
  locals: [V128],
  code: [
    ...[...get(3), ...splat, ...set(4)],
    ...countDown(2, [
      ...[...get(0), ...loadLanes(0, 0), ...get(4), ...loadLanes(1, 0), ...mul, ...add, ...storeLanes(0)],
      ...[...advance(0, 16), ...advance(1, 16)],
    ]),
  ],
};

/** The sum of x·y over 4·quads numbers. */
const dot = {
  parameters: [I32, I32, I32],
  results: [F32],
  locals: [V128],
  code: [
    ...[...zero, ...set(3)],
    ...countDown(2, [
      ...[...get(3), ...loadLanes(0, 0), ...loadLanes(1, 0), ...mul, ...add, ...set(3)],
      ...[...advance(0, 16), ...advance(1, 16)],
    ]),
    ...sumLanes(3),
  ],
};

/** The products of one vector with four that stand `stride` bytes apart, to out: dotFour(x, y, quads, stride, out). */
const dotFour = {
  parameters: [I32, I32, I32, I32, I32],
  results: [],
  locals: [I32, I32, I32, V128, V128, V128, V128, V128],
  code: [
    ...[1, 5, 6].flatMap((from, index) => [...get(from), ...get(3), 0x6a, ...set(5 + index)]),
    ...[8, 9, 10, 11].flatMap((sum) => [...zero, ...set(sum)]),
    ...countDown(2, [
      ...[...loadLanes(0, 0), ...set(12), ...advance(0, 16)],
      ...[1, 5, 6, 7].flatMap((y, index) => [
        ...[...get(8 + index), ...get(12), ...loadLanes(y, 0), ...mul, ...add, ...set(8 + index)],
        ...advance(y, 16),
      ]),
    ]),
    ...[8, 9, 10, 11].flatMap((sum, index) => [...get(4), ...sumLanes(sum), 0x38, 2, ...leb(4 * index)]),
  ],
};

/** One step of Adagrad: g·=scale; a += g²; x −= rate·g/(√a + ε); g = 0. adagrad(x, a, g, quads, scale, rate, ε). */
const adagrad = {
  parameters: [I32, I32, I32, I32, F32, F32, F32],
  results: [],
  locals: [V128, V128],
  code: countDown(3, [
    ...[...loadLanes(2, 0), ...get(4), ...splat, ...mul, ...set(7)],
    ...[...loadLanes(1, 0), ...get(7), ...get(7), ...mul, ...add, ...set(8)],
    ...[...get(1), ...get(8), ...storeLanes(0)],
    ...[...get(0), ...loadLanes(0, 0), ...get(7), ...get(5), ...splat, ...mul],
    ...[...get(8), ...sqrt, ...get(6), ...splat, ...add, ...div, ...sub, ...storeLanes(0)],
    ...[...get(2), ...zero, ...storeLanes(0)],
    ...[...advance(0, 16), ...advance(1, 16), ...advance(2, 16)],
  ]),
};

const functions = { addScaled, dot, dotFour, adagrad };
const PAGE_BYTES = 65_536;

/** The loops, over a memory that threads share; places are in bytes. */
export type Kernel = {
  addScaled(y: number, x: number, quads: number, a: number): void;
  dot(x: number, y: number, quads: number): number;
  dotFour(x: number, y: number, quads: number, stride: number, out: number): void;
  adagrad(x: number, sums: number, gradient: number, quads: number, scale: number, rate: number, epsilon: number): void;
};

export function sharedMemory(bytes: number): WebAssembly.Memory {
  const pages = Math.ceil(bytes / PAGE_BYTES);
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
}

export function kernelOver(memory: WebAssembly.Memory): Kernel {
  const pages = memory.buffer.byteLength / PAGE_BYTES;
  return assembled(functions, memory, [0x03, ...leb(pages), ...leb(pages)]) as unknown as Kernel;
}
