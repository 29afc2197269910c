import type { BenchDocument } from "./corpus";

const K1 = 1.2;
const B = 0.75;

const words = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/(?<=\w{3})(?:ing|ed|es|s)$/, ""));

/** Plain BM25 over one bag of words: the name five times, the description three times, 6,000 characters of the text once. */
export function plainBm25(documents: BenchDocument[]): (query: string) => number[] {
  const bags = documents.map(({ name, description, body }) => {
    const counts = new Map<string, number>();
    const add = (text: string, times: number) => {
      for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + times);
    };
    add(name, 5);
    add(description, 3);
    add(body.slice(0, 6_000), 1);
    return { counts, length: [...counts.values()].reduce((sum, count) => sum + count, 0) };
  });
  const frequency = new Map<string, number>();
  for (const { counts } of bags) for (const word of counts.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const usual = bags.reduce((sum, { length }) => sum + length, 0) / bags.length;
  const idf = (word: string) => {
    const df = frequency.get(word) ?? 0;
    return Math.log(1 + (bags.length - df + 0.5) / (df + 0.5));
  };
  return (query) => {
    const sought = [...new Set(words(query))];
    const scored = bags.map(({ counts, length }, index) => {
      const part = (word: string) => {
        const count = counts.get(word) ?? 0;
        return (idf(word) * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / usual));
      };
      return { id: documents[index]?.id ?? -1, score: sought.reduce((sum, word) => sum + part(word), 0) };
    });
    return scored
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ id }) => id);
  };
}
