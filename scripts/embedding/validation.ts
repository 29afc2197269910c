import { passageText, type SkillText } from "@/lib/embeddings/skill-text";
import { type Bag, bagOf } from "@/lib/embeddings/static/bag";
import type { Vocabulary } from "@/lib/embeddings/static/vocabulary";
import { mistype } from "./examples";
import { unitsOf } from "./units";

type Random = () => number;
type Query = { skill: number; bag: Bag; hidden: Set<number> };
/** Gives the unit vector of a bag. */
export type Embed = (bag: Bag) => Float32Array;

const QUERIES_EACH = 3;

/** Queries out of skills that no training has seen, of several kinds; the words they have are hidden from their skill. */
export class Validation {
  private readonly bags: Bag[];
  private readonly kinds: Record<string, Query[]> = { hidden: [], open: [], mistyped: [] };

  constructor(skills: readonly SkillText[], held: ReadonlySet<number>, vocabulary: Vocabulary, random: Random) {
    this.bags = skills.map((skill) => bagOf(passageText(skill), vocabulary));
    for (const skill of held) {
      const units = unitsOf(skills[skill] as SkillText);
      const all = [...units.description, ...units.body].filter((unit) => unit.split(/\s+/).length >= 4);
      for (let count = 0; count < QUERIES_EACH && all.length > 0; count++) {
        const unit = all[Math.floor(random() * all.length)] ?? "";
        const bag = bagOf(unit, vocabulary);
        if (bag.size === 0) continue;
        const wrong = unit
          .split(/\s+/)
          .map((word) => (/^[a-z]{5,}$/i.test(word) ? mistype(word.toLowerCase(), random) : word));
        this.kinds.hidden?.push({ skill, bag, hidden: new Set(bag.keys()) });
        this.kinds.open?.push({ skill, bag, hidden: new Set() });
        this.kinds.mistyped?.push({ skill, bag: bagOf(wrong.join(" "), vocabulary), hidden: new Set() });
      }
    }
  }

  /** The share of queries whose skill is first, and among the first ten, of all skills. */
  measure(embed: Embed): string {
    const vectors = this.bags.map(embed);
    return Object.entries(this.kinds)
      .map(([kind, queries]) => {
        const ranks = queries.map((query) => this.rankOf(query, vectors, embed));
        const share = (most: number) => (ranks.filter((rank) => rank <= most).length / ranks.length).toFixed(3);
        return `${kind} ${share(1)}/${share(10)}`;
      })
      .join(" · ");
  }

  private rankOf({ skill, bag, hidden }: Query, vectors: Float32Array[], embed: Embed): number {
    const query = embed(bag);
    const own = new Map([...(this.bags[skill] ?? [])].filter(([row]) => !hidden.has(row)));
    const mine = dot(query, embed(own));
    return 1 + vectors.filter((vector, index) => index !== skill && dot(query, vector) > mine).length;
  }
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
