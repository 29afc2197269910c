import { plainWord } from "@/lib/embeddings/static/pieces";
import { wordsOf } from "@/lib/embeddings/words";

/** The words that get a row, the most frequent first, and in how many texts each stands. */
export type LearnedWords = { words: string[]; frequencies: number[] };

/**
 * Counts in how many texts each word stands. The words of `always` come first, then the most frequent ones of at least two
 * texts. Ties go by the alphabet.
 */
export function learnedWords(texts: readonly string[], always: readonly string[], most: number): LearnedWords {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(wordsOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  for (const [word, count] of [...counts]) {
    const plain = plainWord(word);
    if (plain === word) continue;
    counts.delete(word);
    counts.set(plain, (counts.get(plain) ?? 0) + count);
  }
  // Numbers and hosts are no words.
  const isWord = (word: string) => word !== "" && !/^\d+$|^[\d.]{3,}$|\.[^.]+\.[a-z]{2,}$/.test(word);
  const kept = [...counts].filter(([word, count]) => count >= 2 && isWord(word));
  kept.sort(([one, more], [other, less]) => less - more || (one < other ? -1 : 1));
  const wanted = always.flatMap((text) => wordsOf(text).map(plainWord));
  const words = [...new Set([...wanted, ...kept.map(([word]) => word)])].slice(0, most);
  return { words, frequencies: words.map((word) => counts.get(word) ?? 1) };
}
