import { chunksOf } from "../words";
import { piecesOf, plainWord } from "./pieces";

/** The words a model knows: each has the row of its number; behind them stand the rows of the pieces of words. */
export type Vocabulary = { rowOf: ReadonlyMap<string, number>; words: number; buckets: number };

/** What a text is to a model: rows, and how strongly each counts. */
export type Bag = Map<number, number>;

// A text begins with what it is about: a skill with its name and description, a task with what is wanted.
const BEGINNING_WORDS = 60;
const BEGINNING_COUNTS = 3;

/** The words of a text, each with its row if the model has one; the others it knows only by their pieces. */
export function knownWords(text: string, { rowOf }: Vocabulary): { word: string; row: number | undefined }[] {
  const words: { word: string; row: number | undefined }[] = [];
  for (const { whole, parts, isCamel } of chunksOf(text)) {
    const word = plainWord(whole);
    const row = word === "" ? undefined : rowOf.get(word);
    // `GitHub` is not a git and a hub; but who has not learned `InvoiceReader` reads its parts.
    if (row !== undefined || parts.length === 0) words.push({ word, row });
    if (row !== undefined && isCamel) continue;
    for (const part of parts) {
      const plain = plainWord(part);
      words.push({ word: plain, row: rowOf.get(plain) });
    }
  }
  return words;
}

/** Counts the words of a text, those of its beginning threefold; a word said often counts with the logarithm. */
export function bagOf(text: string, vocabulary: Vocabulary): Bag {
  const counts = new Map<number, number>();
  const unknown = new Map<string, number>();
  let place = 0;
  for (const { word, row } of knownWords(text, vocabulary)) {
    const isBeginning = place++ < BEGINNING_WORDS;
    const weight = isBeginning ? BEGINNING_COUNTS : 1;
    if (row !== undefined) counts.set(row, (counts.get(row) ?? 0) + weight);
    // Further down, what is unknown is mostly names out of code.
    else if (isBeginning && word.length > 2) unknown.set(word, (unknown.get(word) ?? 0) + weight);
  }
  const bag: Bag = new Map();
  for (const [row, count] of counts) bag.set(row, strength(count));
  for (const [word, count] of unknown) addPieces(bag, word, strength(count), vocabulary);
  return bag;
}

/** Adds a word by its pieces, which together count like one word. */
export function addPieces(bag: Bag, word: string, counts: number, { words, buckets }: Vocabulary): void {
  const pieces = piecesOf(word, buckets);
  for (const piece of pieces) bag.set(words + piece, (bag.get(words + piece) ?? 0) + counts / pieces.length);
}

const strength = (count: number): number => Math.log2(1 + count);
