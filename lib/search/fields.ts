import { STOP_WORDS } from "./stop-words";
import { identityOf, normalised, type Word, wordsIn } from "./words";

/** What search reads of a skill. `slug` counts as a part of the name. */
export type SearchableSkill = { slug: string; name: string; description: string; tags: string[]; body: string };

export type Field = "name" | "tags" | "description" | "headings" | "text";

type FieldRule = { field: Field; weight: number; b: number; usual: number };

/**
 * BM25F's weights and length normalisation, as measured on 2,671 skills. The usual lengths, in words, are constants and no
 * hall's averages: what one skill counts is then known without any other, and stays when others come.
 */
export const FIELDS: readonly FieldRule[] = [
  { field: "name", weight: 5, b: 0.3, usual: 3 },
  { field: "tags", weight: 3, b: 0.3, usual: 4 },
  { field: "description", weight: 3, b: 0.5, usual: 30 },
  { field: "headings", weight: 2, b: 0.7, usual: 56 },
  { field: "text", weight: 1, b: 0.75, usual: 530 },
];

/** How soon a word that is said again says nothing new. */
export const K1 = 1.2;

/** What a posting keeps of one word in one skill: a bit for each field, and the share of the most it could count, of 65,535. */
export type Weight = { fields: number; impact: number };

export type IndexedSkill = {
  weights: Map<string, Weight>;
  /** Words and names that typing mistakes are traced back to, with the word that is indexed for each. */
  correctable: Map<string, string>;
  /** The beginning of the body as plain text, for showing where words stand. */
  text: string;
};

const MAX_TEXT = 6_000;
const MAX_HEADINGS = 1_000;

/** All that the index keeps of a skill. */
export function indexSkill(skill: SearchableSkill): IndexedSkill {
  const { headings, text } = plainParts(skill.body);
  const words: Record<Field, Word[]> = {
    name: nameWords(skill),
    tags: skill.tags.flatMap((tag) => wordsIn(normalised(tag))),
    description: wordsIn(normalised(skill.description)),
    headings: wordsIn(headings),
    text: wordsIn(text),
  };
  const weights = weigh(words);
  const correctable = new Map<string, string>();
  for (const field of ["name", "tags", "description"] as const) {
    for (const { surface, stem } of words[field]) correctable.set(surface, stem);
  }
  const nameBit = 1 << FIELDS.findIndex(({ field }) => field === "name");
  for (const identity of new Set([identityOf(skill.slug), identityOf(skill.name)])) {
    if (identity === "=") continue;
    weights.set(identity, { fields: nameBit, impact: 65_535 });
    correctable.set(identity, identity);
  }
  return { weights, correctable, text };
}

/** The title, and of the address what the title does not say. */
function nameWords({ name, slug }: SearchableSkill): Word[] {
  const title = wordsIn(normalised(name));
  const known = new Set(title.map((word) => word.stem));
  return [...title, ...wordsIn(slug).filter((word) => !known.has(word.stem))];
}

function weigh(words: Record<Field, Word[]>): Map<string, Weight> {
  const sums = new Map<string, { fields: number; count: number }>();
  for (const [index, { field, weight, b, usual }] of FIELDS.entries()) {
    const each = weight / (1 - b + b * (words[field].length / usual));
    const isShort = field === "name" || field === "tags";
    for (const { stem, surface } of words[field]) {
      if (!isShort && STOP_WORDS.has(surface)) continue;
      const sum = sums.get(stem) ?? { fields: 0, count: 0 };
      sums.set(stem, { fields: sum.fields | (1 << index), count: sum.count + each });
    }
  }
  const impactOf = (count: number) => Math.max(1, Math.round((65_535 * count) / (K1 + count)));
  return new Map([...sums].map(([stem, { fields, count }]) => [stem, { fields, impact: impactOf(count) }]));
}

/** Addresses and marks are no words; cut at white space, so that half a word is never indexed as one. */
export function plainParts(body: string): { headings: string; text: string } {
  const plain = normalised(body)
    .replace(/https?:\/\/\S+/g, " ")
    .replace(/[`*|~<>=]+|-{2,}|(?<!\w)_+|_+(?!\w)/g, " ");
  const headings = [...plain.matchAll(/^ {0,3}#{1,6}[ \t]+(.+)$/gm)].map((match) => match[1]).join("\n");
  const text = plain
    .replace(/^ {0,3}#{1,6}[ \t]+/gm, "")
    .replace(/\s+/g, " ")
    .trim();
  return { headings: cut(headings, MAX_HEADINGS), text: cut(text, MAX_TEXT) };
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.lastIndexOf(" ", length);
  return text.slice(0, end > length / 2 ? end : length).replace(/\p{Cs}$/u, "");
}

/** The best field among a posting's bits: the one that weighs most. */
export const bestField = (fields: number): Field => FIELDS.find((_, index) => fields & (1 << index))?.field ?? "text";
