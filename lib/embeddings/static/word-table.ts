import { charactersOf } from "../characters";

/**
 * The words of a vocabulary that are of the letters a to z and digits only, to be found where they stand in a text: no
 * word has to be cut out of it first, put into lower case and hashed again, which took most of the time of embedding.
 */
export class WordTable {
  // All letters one after the other; `starts` says, row by row, where those of a word are. Other words have none.
  private readonly letters: Uint16Array;
  private readonly starts: Int32Array;
  // A row and one more in the first free slot from a word's hash on; 0 is free. At most half are taken.
  private readonly slots: Int32Array;

  constructor(words: readonly string[]) {
    const plain = words.map((word) => (/^[a-z0-9]+$/.test(word) ? word : ""));
    this.letters = charactersOf(plain.join("")).units;
    this.starts = new Int32Array(words.length + 1);
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * words.length + 2)));
    for (const [row, word] of plain.entries()) {
      const start = this.starts[row] as number;
      this.starts[row + 1] = start + word.length;
      if (word !== "") this.slots[this.freeSlot(start, start + word.length)] = row + 1;
    }
  }

  /** The row of the word that stands there in a text, in capitals or not; undefined if there is no such word. */
  rowAt(units: Uint16Array, from: number, end: number): number | undefined {
    const last = this.slots.length - 1;
    for (let slot = hash(units, from, end) & last; ; slot = (slot + 1) & last) {
      const row = (this.slots[slot] as number) - 1;
      if (row < 0) return undefined;
      if (this.isWord(row, units, from, end)) return row;
    }
  }

  private isWord(row: number, units: Uint16Array, from: number, end: number): boolean {
    const start = this.starts[row] as number;
    if ((this.starts[row + 1] as number) - start !== end - from) return false;
    for (let at = from; at < end; at++) {
      if (this.letters[start + at - from] !== ((units[at] as number) | SMALL)) return false;
    }
    return true;
  }

  private freeSlot(start: number, end: number): number {
    const last = this.slots.length - 1;
    let slot = hash(this.letters, start, end) & last;
    while (this.slots[slot] !== 0) slot = (slot + 1) & last;
    return slot;
  }
}

// The bit that makes a capital a small letter. Small letters and digits have it.
const SMALL = 32;

/** FNV-1a over the small letters. */
function hash(units: Uint16Array, from: number, end: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < end; at++) value = Math.imul(value ^ ((units[at] as number) | SMALL), 0x01000193);
  return value ^ (value >>> 15);
}
