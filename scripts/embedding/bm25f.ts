import type { SkillText } from "@/lib/embeddings/skill-text";
import { wordsOf } from "@/lib/embeddings/words";

const K1 = 2;
const FIELDS = [
  { weight: 5, normalisation: 0.3, of: ({ name }: SkillText) => name },
  { weight: 3, normalisation: 0.5, of: ({ description }: SkillText) => description },
  { weight: 1, normalisation: 0.7, of: ({ body }: SkillText) => (body.match(/^#{1,6} .*$/gm) ?? []).join("\n") },
  { weight: 0.5, normalisation: 0.75, of: ({ body }: SkillText) => body.slice(0, 6_000) },
] as const;

/** BM25F (Robertson, Zaragoza, Taylor 2004) over names, descriptions, headings and bodies, lightly stemmed. */
export class Bm25f {
  private readonly postings = new Map<string, Map<number, number>>();

  constructor(private readonly skills: readonly SkillText[]) {
    for (const field of FIELDS) {
      const counts = skills.map((skill) => countsOf(field.of(skill)));
      const lengths = counts.map((count) => [...count.values()].reduce((sum, value) => sum + value, 0));
      const mean = lengths.reduce((sum, length) => sum + length, 0) / skills.length || 1;
      for (const [index, count] of counts.entries()) {
        const normal = 1 - field.normalisation + (field.normalisation * (lengths[index] ?? 0)) / mean;
        for (const [word, times] of count) this.add(word, index, (field.weight * times) / normal);
      }
    }
  }

  private add(word: string, skill: number, strength: number): void {
    const posting = this.postings.get(word) ?? new Map<number, number>();
    this.postings.set(word, posting.set(skill, (posting.get(skill) ?? 0) + strength));
  }

  /** A score for each skill, in their order. */
  scores(query: string): Float64Array {
    const scores = new Float64Array(this.skills.length);
    for (const word of countsOf(query).keys()) {
      const posting = this.postings.get(word) ?? new Map<number, number>();
      const idf = Math.log(1 + (this.skills.length - posting.size + 0.5) / (posting.size + 0.5));
      for (const [skill, strength] of posting)
        scores[skill] = (scores[skill] ?? 0) + (idf * strength) / (K1 + strength);
    }
    return scores;
  }
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text)) counts.set(stem(word), (counts.get(stem(word)) ?? 0) + 1);
  return counts;
}

const stem = (word: string): string => (word.length > 4 ? word.replace(/(ing|ed|es|s)$/, "") : word);
