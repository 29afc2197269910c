import type { Bag } from "@/lib/embeddings/static/bag";
import type { Example } from "./examples";
import type { BatchPlace, Sizes } from "./shape";

/** Writes batches of examples to where the two halves read them. */
export class Batches {
  private readonly slotOf: Int32Array;

  constructor(private readonly sizes: Sizes) {
    this.slotOf = new Int32Array(sizes.rows).fill(-1);
  }

  write(examples: readonly Example[], place: BatchPlace): void {
    const texts = [...examples.map(({ query }) => query), ...examples.map(({ skill }) => skill)];
    let [occurrences, slots] = [0, 0];
    for (const [index, text] of texts.entries()) {
      place.offsets[index] = occurrences;
      for (const [row, strength] of this.fitting(text, occurrences, slots)) {
        if ((this.slotOf[row] ?? 0) < 0) {
          place.slotRows[slots] = row;
          this.slotOf[row] = slots++;
        }
        place.occurrenceSlots[occurrences] = this.slotOf[row] ?? 0;
        place.strengths[occurrences++] = strength;
      }
    }
    place.offsets[texts.length] = occurrences;
    place.counts[0] = slots;
    for (let slot = 0; slot < slots; slot++) this.slotOf[place.slotRows[slot] ?? 0] = -1;
    for (const [index, { group }] of examples.entries()) place.groups[index] = group;
  }

  /** A text that would not fit any more stays empty. The room is planned so that this does not happen. */
  private fitting(text: Bag, occurrences: number, slots: number): Bag {
    const fits = occurrences + text.size <= this.sizes.occurrences && slots + text.size <= this.sizes.slots;
    return fits ? text : new Map();
  }
}
