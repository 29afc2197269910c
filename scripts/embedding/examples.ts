import { passageText, type SkillText } from "@/lib/embeddings/skill-text";
import { addPieces, type Bag, bagOf, knownWords } from "@/lib/embeddings/static/bag";
import type { Vocabulary } from "@/lib/embeddings/static/vocabulary";
import type { Glossary } from "./glossary";
import { type Units, unitsOf } from "./units";

type Random = () => number;
/** A skill ready to be sampled from: its rows and their strengths, and what somebody could say who looks for it. */
type Skill = { rows: Int32Array; strengths: Float32Array; units: Units; group: number };
/** What a text of a batch is: rows and how strongly each counts. `group` is shared by skills that are copies. */
export type Example = { query: Bag; skill: Bag; group: number };

// Of each hundred words of a query …
const MISTYPED = 0.06;
const IN_PIECES = 0.05;
// Of each hundred queries …
const TRANSLATED = 0.15;
const CUT_SHORT = 0.4;
const FROM_GLOSSARY = 0.06;
const HIDDEN = 0.5;
/** A skill's words are dropped by halves when it has more: what is left has to do, and a step costs half. */
const SPARED_ROWS = 64;
const MOST_WORDS = 40;

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)] as T;

/** Draws pairs of a short text and the skill it is out of, the same ones for the same seed. */
export class Examples {
  private readonly skills: Skill[];

  constructor(
    skills: readonly SkillText[],
    private readonly vocabulary: Vocabulary,
    private readonly glossary: Glossary,
  ) {
    const groups = new Map<string, number>();
    this.skills = skills.map((skill) => {
      const bag = bagOf(passageText(skill), vocabulary);
      const key = skill.description.toLowerCase().replace(/\W+/g, " ").slice(0, 100) || skill.name;
      if (!groups.has(key)) groups.set(key, groups.size);
      const group = groups.get(key) ?? 0;
      return {
        rows: Int32Array.from(bag.keys()),
        strengths: Float32Array.from(bag.values()),
        units: unitsOf(skill),
        group,
      };
    });
  }

  draw(random: Random): Example {
    if (this.glossary.pairs.length > 0 && random() < FROM_GLOSSARY) return this.pairOfLanguages(random);
    for (;;) {
      const skill = pick(this.skills, random);
      const unit = pickUnit(skill.units, random);
      const words = unit === undefined ? [] : this.wordsOfQuery(unit, random);
      const query = this.bagOfWords(words, random);
      if (query.size > 0) return { query, skill: this.partOf(skill, words, random), group: skill.group };
    }
  }

  /** A word and what it means: the two are one another's. */
  private pairOfLanguages(random: Random): Example {
    const [index, [foreign, english]] = this.glossary.draw(random);
    const [query, skill] = [bagOf(foreign, this.vocabulary), bagOf(english, this.vocabulary)];
    return { query, skill, group: -1 - index };
  }

  private wordsOfQuery(unit: string, random: Random): string[] {
    let words = knownWords(unit, this.vocabulary)
      .map(({ word }) => word)
      .slice(0, MOST_WORDS);
    if (words.length > 5 && random() < CUT_SHORT) {
      const length = 2 + Math.floor(random() * 7);
      const from = Math.floor(random() * Math.max(1, words.length - length));
      words = words.slice(from, from + length);
    }
    return words;
  }

  private bagOfWords(words: readonly string[], random: Random): Bag {
    const bag: Bag = new Map();
    const language = random() < TRANSLATED ? this.glossary.drawLanguage(random) : undefined;
    for (const word of words) {
      const foreign = language === undefined ? undefined : this.glossary.translate(word, language, random);
      if (foreign !== undefined) for (const [row, strength] of bagOf(foreign, this.vocabulary)) add(bag, row, strength);
      else if (language === undefined || random() < 0.5) this.addWord(bag, word, random);
    }
    return bag;
  }

  private addWord(bag: Bag, word: string, random: Random): void {
    const chance = random();
    const written = chance < MISTYPED && word.length > 3 ? mistype(word, random) : word;
    const row = this.vocabulary.rowOf.get(written);
    const inPieces = row === undefined || (chance >= MISTYPED && chance < MISTYPED + IN_PIECES);
    if (!inPieces) add(bag, row, 2);
    else if (written.length > 2) addPieces(bag, written, 2, this.vocabulary);
  }

  /** A skill without some of its words, and half of the time without those that it is asked for by. */
  private partOf({ rows, strengths }: Skill, words: readonly string[], random: Random): Bag {
    const isHidden = random() < HIDDEN;
    const hidden = new Set(isHidden ? words.map((word) => this.vocabulary.rowOf.get(word)) : []);
    const kept = rows.length > SPARED_ROWS ? 0.5 : 1;
    const bag: Bag = new Map();
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      if (random() < kept && !hidden.has(row)) bag.set(row, strengths[at] ?? 0);
    }
    return bag;
  }
}

const add = (bag: Bag, row: number, strength: number) => bag.set(row, (bag.get(row) ?? 0) + strength);

function pickUnit({ short, description, body }: Units, random: Random): string | undefined {
  const chance = random();
  const from = chance < 0.12 ? short : chance < 0.42 ? description : body;
  return from.length > 0 ? pick(from, random) : undefined;
}

/** One letter swapped, missing, doubled or wrong. */
export function mistype(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const kind = Math.floor(random() * 4);
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  if (kind === 0) return `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
  if (kind === 1) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 2) return word.slice(0, at) + word[at] + word.slice(at);
  return word.slice(0, at) + letter + word.slice(at + 1);
}
