import { type Kernel, kernelOver } from "./kernel";
import { HALF, type Shape } from "./shape";

const TEMPERATURE = 0.05;
const QUADS = HALF / 4;
const EPSILON = 1e-8;
// What a probability below it would move is lost in rounding, and most are.
const NEGLIGIBLE = 1e-4;

/**
 * One of the two halves of the training: 128 of the 256 dimensions of everything. A step is a row of phases, and a phase
 * reads only what the phases before it have written, by either half. Loss: InfoNCE (van den Oord et al. 2018), each query
 * against all skills of its batch.
 */
export class Half {
  private readonly kernel: Kernel;
  readonly phases = [this.sum, this.compare, this.judge, this.send, this.learn, this.weigh] as const;

  constructor(
    private readonly shape: Shape,
    private readonly own: 0 | 1,
  ) {
    this.kernel = kernelOver(shape.memory);
  }

  /** The texts as sums of their rows. */
  private sum(step: number): void {
    const { kernel, own, shape } = this;
    const { offsets, occurrenceSlots, strengths, slotRows } = shape.batches[step % 2 === 0 ? 0 : 1];
    const [texts, vectors] = [shape.texts[own], shape.vectors[own]];
    texts.fill(0);
    for (let text = 0; text < 2 * shape.sizes.batch; text++) {
      const to = texts.byteOffset + 4 * HALF * text;
      for (let at = offsets[text] ?? 0; at < (offsets[text + 1] ?? 0); at++) {
        const row = slotRows[occurrenceSlots[at] ?? 0] ?? 0;
        const strength = (strengths[at] ?? 0) * Math.exp(shape.weights[row] ?? 0);
        kernel.addScaled(to, vectors.byteOffset + 4 * HALF * row, QUADS, strength);
      }
      shape.partials[own][text] = kernel.dot(to, to, QUADS);
    }
  }

  /** Unit lengths, and this half's part of every similarity. */
  private compare(): void {
    const { kernel, own, shape } = this;
    const { batch } = shape.sizes;
    const texts = shape.texts[own];
    for (let text = 0; text < 2 * batch; text++) {
      const square = (shape.partials[0][text] ?? 0) + (shape.partials[1][text] ?? 0);
      const inverse = square > 0 ? 1 / Math.sqrt(square) : 0;
      if (own === 0) shape.inverses[text] = inverse;
      for (let at = text * HALF; at < (text + 1) * HALF; at++) texts[at] = (texts[at] ?? 0) * inverse;
    }
    const stride = 4 * HALF;
    for (let query = 0; query < batch; query++) {
      for (let skill = 0; skill < batch; skill += 4) {
        const out = shape.similarities[own].byteOffset + 4 * (query * batch + skill);
        kernel.dotFour(
          texts.byteOffset + stride * query,
          texts.byteOffset + stride * (batch + skill),
          QUADS,
          stride,
          out,
        );
      }
    }
  }

  /** For the queries of this half: how likely each skill is, less the truth. */
  private judge(step: number): void {
    const { own, shape } = this;
    const { batch } = shape.sizes;
    const { groups } = shape.batches[step % 2 === 0 ? 0 : 1];
    const [one, other] = shape.similarities;
    for (let query = own === 0 ? 0 : batch / 2; query < (own === 0 ? batch / 2 : batch); query++) {
      const [from, group] = [query * batch, groups[query]];
      let sum = 0;
      for (let skill = 0; skill < batch; skill++) {
        // A copy of the right skill is no wrong one.
        const isCopy = skill !== query && groups[skill] === group;
        const similarity = (one[from + skill] ?? 0) + (other[from + skill] ?? 0);
        const likely = isCopy ? 0 : Math.exp((similarity - 1) / TEMPERATURE);
        shape.errors[from + skill] = likely;
        sum += likely;
      }
      shape.losses[query] = -Math.log((shape.errors[from + query] ?? 0) / sum);
      for (let skill = 0; skill < batch; skill++) {
        shape.errors[from + skill] = (shape.errors[from + skill] ?? 0) / sum - (skill === query ? 1 : 0);
      }
    }
  }

  /** The errors, sent back to the texts. */
  private send(): void {
    const { kernel, own, shape } = this;
    const { batch } = shape.sizes;
    const [texts, gradients] = [shape.texts[own], shape.textGradients[own]];
    gradients.fill(0);
    for (let query = 0; query < batch; query++) {
      for (let skill = 0; skill < batch; skill++) {
        const error = shape.errors[query * batch + skill] ?? 0;
        if (error < NEGLIGIBLE && error > -NEGLIGIBLE) continue;
        const [a, b] = [4 * HALF * query, 4 * HALF * (batch + skill)];
        kernel.addScaled(gradients.byteOffset + a, texts.byteOffset + b, QUADS, error);
        kernel.addScaled(gradients.byteOffset + b, texts.byteOffset + a, QUADS, error);
      }
    }
    for (let text = 0; text < 2 * batch; text++) {
      const at = 4 * HALF * text;
      shape.partials[own][text] = kernel.dot(gradients.byteOffset + at, texts.byteOffset + at, QUADS);
    }
  }

  /** The texts' gradients, without what only changes their length, sent on to the rows; the rows move. */
  private learn(step: number): void {
    const { kernel, own, shape } = this;
    const { offsets, occurrenceSlots, strengths, slotRows, counts, rate } = shape.batches[step % 2 === 0 ? 0 : 1];
    const [texts, textGradients, gradients] = [shape.texts[own], shape.textGradients[own], shape.gradients[own]];
    for (let text = 0; text < 2 * shape.sizes.batch; text++) {
      const [at, inverse] = [4 * HALF * text, shape.inverses[text] ?? 0];
      const along = (shape.partials[0][text] ?? 0) + (shape.partials[1][text] ?? 0);
      kernel.addScaled(textGradients.byteOffset + at, texts.byteOffset + at, QUADS, -along);
      for (let index = offsets[text] ?? 0; index < (offsets[text + 1] ?? 0); index++) {
        const to = gradients.byteOffset + 4 * HALF * (occurrenceSlots[index] ?? 0);
        kernel.addScaled(to, textGradients.byteOffset + at, QUADS, (strengths[index] ?? 0) * inverse);
      }
    }
    for (let slot = 0; slot < (counts[0] ?? 0); slot++) {
      const row = slotRows[slot] ?? 0;
      const [gradient, vector] = [
        gradients.byteOffset + 4 * HALF * slot,
        shape.vectors[own].byteOffset + 4 * HALF * row,
      ];
      shape.slotDots[own][slot] = kernel.dot(gradient, vector, QUADS);
      const weight = Math.exp(shape.weights[row] ?? 0);
      const squares = shape.squares[own].byteOffset + 4 * HALF * row;
      kernel.adagrad(vector, squares, gradient, QUADS, weight, rate[0] ?? 0, EPSILON);
    }
  }

  /** The weights of every other row move. */
  private weigh(step: number): void {
    const { own, shape } = this;
    const { slotRows, counts, rate } = shape.batches[step % 2 === 0 ? 0 : 1];
    for (let slot: number = own; slot < (counts[0] ?? 0); slot += 2) {
      const row = slotRows[slot] ?? 0;
      const weight = shape.weights[row] ?? 0;
      const gradient = ((shape.slotDots[0][slot] ?? 0) + (shape.slotDots[1][slot] ?? 0)) * Math.exp(weight);
      const square = (shape.weightSquares[row] ?? 0) + gradient * gradient;
      shape.weightSquares[row] = square;
      shape.weights[row] = weight - ((rate[1] ?? 0) * gradient) / (Math.sqrt(square) + EPSILON);
    }
  }
}
