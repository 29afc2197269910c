import { parentPort, workerData } from "node:worker_threads";
import { Half } from "./half";
import { announceStep, meet, waitForBatch } from "./pace";
import { Shape, type Sizes } from "./shape";

const { memory, sizes, own, steps } = workerData as {
  memory: WebAssembly.Memory;
  sizes: Sizes;
  own: 0 | 1;
  steps: number;
};
const shape = new Shape(sizes, memory);
const half = new Half(shape, own);
parentPort?.postMessage("ready");
for (let step = 0; step < steps; step++) {
  waitForBatch(shape.control, step);
  for (const phase of half.phases) {
    phase.call(half, step);
    meet(shape.control);
  }
  if (own === 0) announceStep(shape.control, step);
}
