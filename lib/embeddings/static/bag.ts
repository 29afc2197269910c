import type { TakePlain } from "../chunk";
import { eachChunk } from "../words";
import { piecesOf, plainWord } from "./pieces";
import type { Vocabulary } from "./vocabulary";

/** What a text is to a model: rows, and how strongly each counts. */
export type Bag = Map<number, number>;

// A text begins with what it is about: a skill with its name and description, a task with what is wanted.
const BEGINNING_WORDS = 60;
const BEGINNING_COUNTS = 3;

/** The words of a text, each with its row if the model has one; the others it knows only by their pieces. */
export function knownWords(text: string, vocabulary: Vocabulary): { word: string; row: number | undefined }[] {
  const words: { word: string; row: number | undefined }[] = [];
  eachWord(text, vocabulary, (word, row) => words.push({ word, row }));
  return words;
}

type TakeWord = (word: string, row: number | undefined) => void;

function eachWord(text: string, { rowOf }: Vocabulary, take: TakeWord, takePlain?: TakePlain): void {
  eachChunk(
    text,
    (whole, parts, isCamel) => {
      const word = plainWord(whole);
      const row = word === "" ? undefined : rowOf.get(word);
      // `GitHub` is not a git and a hub; but who has not learned `InvoiceReader` reads its parts.
      if (row !== undefined || parts.length === 0) take(word, row);
      if (row !== undefined && isCamel) return;
      for (const part of parts) {
        const plain = plainWord(part);
        take(plain, rowOf.get(plain));
      }
    },
    takePlain,
  );
}

/** Counts the words of a text, those of its beginning threefold; a word said often counts with the logarithm. */
export function bagOf(text: string, vocabulary: Vocabulary): Bag {
  const bag: Bag = new Map();
  const unknown = new Map<string, number>();
  let place = 0;
  const add = (row: number): void => {
    bag.set(row, (bag.get(row) ?? 0) + (place < BEGINNING_WORDS ? BEGINNING_COUNTS : 1));
    place += 1;
  };
  const addUnknown = (word: string): void => {
    // Further down, what is unknown is mostly names out of code.
    if (place < BEGINNING_WORDS && word.length > 2) unknown.set(word, (unknown.get(word) ?? 0) + BEGINNING_COUNTS);
    place += 1;
  };
  const take: TakeWord = (word, row) => (row === undefined ? addUnknown(word) : add(row));
  eachWord(text, vocabulary, take, (units, from, end) => {
    const row = vocabulary.table.rowAt(units, from, end);
    if (row !== undefined) add(row);
    return row !== undefined;
  });
  for (const [row, count] of bag) bag.set(row, strength(count));
  for (const [word, count] of unknown) addPieces(bag, word, strength(count), vocabulary);
  return bag;
}

/** Adds a word by its pieces, which together count like one word. */
export function addPieces(bag: Bag, word: string, counts: number, { words, buckets }: Vocabulary): void {
  const pieces = piecesOf(word, buckets);
  for (const piece of pieces) bag.set(words + piece, (bag.get(words + piece) ?? 0) + counts / pieces.length);
}

const strength = (count: number): number => Math.log2(1 + count);
