import { WordTable } from "./word-table";

/** The words a model knows: each has the row of its number; behind them stand the rows of the pieces of words. */
export type Vocabulary = {
  rowOf: ReadonlyMap<string, number>;
  /** The same for the plain ones among them, several times as fast. */
  table: WordTable;
  words: number;
  buckets: number;
};

export function vocabularyOf(words: readonly string[], buckets: number): Vocabulary {
  const rowOf = new Map(words.map((word, row) => [word, row]));
  return { rowOf, table: new WordTable(words), words: words.length, buckets };
}
