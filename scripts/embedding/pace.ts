// Where the threads are, in the control words that they share.
const [ARRIVED, ROUND, WRITTEN, DONE] = [0, 1, 2, 3] as const;

/** Returns once both halves have called it: what either wrote before, both can read after. */
export function meet(control: Int32Array): void {
  const round = Atomics.load(control, ROUND);
  if (Atomics.add(control, ARRIVED, 1) === 1) {
    Atomics.store(control, ARRIVED, 0);
    Atomics.add(control, ROUND, 1);
    Atomics.notify(control, ROUND);
  } else {
    while (Atomics.load(control, ROUND) === round) Atomics.wait(control, ROUND, round);
  }
}

function waitFor(control: Int32Array, word: number, atLeast: number): void {
  for (let seen = Atomics.load(control, word); seen < atLeast; seen = Atomics.load(control, word)) {
    Atomics.wait(control, word, seen);
  }
}

function announce(control: Int32Array, word: number, count: number): void {
  Atomics.store(control, word, count);
  Atomics.notify(control, word);
}

export const waitForBatch = (control: Int32Array, step: number) => waitFor(control, WRITTEN, step + 1);
export const announceBatch = (control: Int32Array, step: number) => announce(control, WRITTEN, step + 1);
export const waitForStep = (control: Int32Array, step: number) => waitFor(control, DONE, step + 1);
export const announceStep = (control: Int32Array, step: number) => announce(control, DONE, step + 1);
