import { titleOf } from "@/lib/package/skill-md";
import type { BenchDocument } from "./corpus";

/** A document as a hall has it. */
export type BenchSkill = {
  /** The document's. */
  id: number;
  slug: string;
  name: string;
  description: string;
  tags: string[];
  body: string;
};

/** Documents as skills, each with an address of its own: the second of a name gets its number. */
export function asSkills(documents: BenchDocument[]): BenchSkill[] {
  const taken = new Set<string>();
  return documents.map(({ id, name, description, body }) => {
    const plain = addressOf(name) || `skill-${id}`;
    const slug = taken.has(plain) ? `${plain}-${id}` : plain;
    taken.add(slug);
    const title = titleOf(body, slug).slice(0, 120);
    return { id, slug, name: title, description: description.slice(0, 1_024) || title, tags: [], body };
  });
}

const addressOf = (name: string): string => {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, 50).replace(/-$/, "");
};

/** The skills again and again, under further names, for the numbers `from` to `to`. */
export function multiplied(skills: BenchSkill[], from: number, to: number): BenchSkill[] {
  return Array.from({ length: to - from }, (_, index) => {
    const id = from + index;
    const skill = skills[id % skills.length] as BenchSkill;
    return {
      ...skill,
      id,
      slug: `${skill.slug.slice(0, 40).replace(/-$/, "")}-n${id}`,
      name: `${skill.name.slice(0, 100)} ${id}`,
    };
  });
}
