import { type SQL, sql } from "drizzle-orm";

// Search reads the words of every skill of the hall, so a body counts only as far as its gist goes.
const BODY_CHARACTERS = 6_000;

export type SearchableSkill = { slug: string; name: string; description: string; tags: string[]; body: string };

/**
 * What is sought in a skill: A its names, B description and tags, C headings, D the beginning of the text, of which only the
 * words are kept and not their places: that is a third less to read, and a body repeats its words anyway.
 */
export function searchDocument(skill: SearchableSkill): SQL {
  const { headings, text } = wordsOf(skill.body);
  const names = `${skill.name} ${skill.slug} ${skill.slug.replaceAll("-", " ")}`;
  return sql`${weighted("A", names)} || ${weighted("B", `${skill.description} ${skill.tags.join(" ")}`)} || ${weighted("C", headings)} || strip(to_tsvector('english', ${text}))`;
}

const WEIGHTS = { A: sql`'A'`, B: sql`'B'`, C: sql`'C'` };

const weighted = (weight: keyof typeof WEIGHTS, text: string) =>
  sql`setweight(to_tsvector('english', ${text}), ${WEIGHTS[weight]})`;

/** Addresses and marks are no words; cut at white space, so that half a word is never indexed as one. */
function wordsOf(body: string): { headings: string; text: string } {
  const plain = body.replace(/https?:\/\/\S+/g, " ").replace(/[`*_|~<>=]+|-{2,}/g, " ");
  const headings = [...plain.matchAll(/^ {0,3}#{1,6}[ \t]+(.+)$/gm)].map((match) => match[1]).join("\n");
  const text = plain.replace(/\s+/g, " ");
  return { headings: cut(headings, 1_000), text: cut(text, BODY_CHARACTERS) };
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = text.lastIndexOf(" ", length);
  return text.slice(0, end > length / 2 ? end : length).replace(/\p{Cs}$/u, "");
}
