import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { Batches } from "./batches";
import type { Example } from "./examples";
import { Half } from "./half";
import { announceBatch, waitForStep } from "./pace";
import type { Shape, Sizes } from "./shape";

/** How a training goes: `draw` gives the examples in a fixed order; `report` hears the mean loss now and then. */
export type Course = {
  steps: number;
  rate: number;
  weightRate: number;
  draw: () => Example;
  report?: (step: number, loss: number) => void;
};

const WARMING_STEPS = 50;
const REPORT_STEPS = 200;

/** Trains on two threads. The result depends on the shape's first numbers and the examples, never on the threads' pace. */
export async function trainOnThreads(shape: Shape, course: Course): Promise<void> {
  // This thread blocks from here on, and a thread that is still loading its modules would wait for it for ever.
  await Promise.all(([0, 1] as const).map((own) => startedWorker(shape, own, course.steps)));
  const batches = new Batches(shape.sizes);
  for (let step = 0; step < course.steps; step++) {
    // Two places: this batch's was last read two steps ago.
    if (step >= 2) waitForStep(shape.control, step - 2);
    reportLoss(shape, course, step);
    writeBatch(shape, course, batches, step);
    announceBatch(shape.control, step);
  }
  waitForStep(shape.control, course.steps - 1);
}

async function startedWorker({ memory, sizes }: Shape, own: 0 | 1, steps: number): Promise<void> {
  const workerData = { memory, sizes, own, steps };
  const worker = new Worker(new URL("./half-worker.mjs", import.meta.url), { workerData });
  await once(worker, "message");
}

/** The same on one thread, the two halves by turns: the same bits. */
export function trainByTurns(shape: Shape, course: Course): void {
  const halves = [new Half(shape, 0), new Half(shape, 1)] as const;
  const batches = new Batches(shape.sizes);
  for (let step = 0; step < course.steps; step++) {
    writeBatch(shape, course, batches, step);
    for (const [index, phase] of halves[0].phases.entries()) {
      phase.call(halves[0], step);
      halves[1].phases[index]?.call(halves[1], step);
    }
  }
}

function writeBatch(shape: Shape, { draw, rate, weightRate, steps }: Course, batches: Batches, step: number): void {
  const place = shape.batches[step % 2 === 0 ? 0 : 1];
  const pace = Math.min(1, (step + 1) / WARMING_STEPS) * (1 - step / steps);
  place.rate[0] = rate * pace;
  place.rate[1] = weightRate * pace;
  batches.write(Array.from({ length: shape.sizes.batch }, draw), place);
}

function reportLoss(shape: Shape, { report }: Course, step: number): void {
  if (!report || step % REPORT_STEPS !== 0 || step === 0) return;
  report(step, shape.losses.reduce((sum, loss) => sum + loss, 0) / shape.losses.length);
}

/** Room for a batch of pairs with skills of the usual length. */
export function sizesFor(rows: number, batch: number): Sizes {
  const occurrences = batch * 800;
  return { rows, batch, occurrences, slots: Math.min(rows, occurrences) };
}
