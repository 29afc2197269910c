import { parseQuery, type Query } from "@/lib/search/query";
import { STOP_WORDS } from "@/lib/search/stop-words";
import type { BenchSkill } from "./skills";

// Only words of English letters have a stem of their own. What is a word of its own in `getUserName` gets its mark, too.
const STEMMED = /[A-Za-z][a-z]{3,}(?![a-z])|[A-Z]{4,}(?![a-z])/g;
const MARK = "ø";

/** A text whose words search takes as they are: each ends with a letter that no English word ends with. */
const marked = (text: string): string =>
  text.replace(STEMMED, (word) => (STOP_WORDS.has(word.toLowerCase()) ? word : word + MARK));

/** A skill as a search without stemming reads it. An address can carry no mark, so its words move into the name. */
export function unstemmed(skill: BenchSkill): BenchSkill {
  const title = skill.name.toLowerCase();
  const others = skill.slug.split("-").filter((word) => !title.includes(word));
  return {
    ...skill,
    slug: `s-${skill.id}`,
    name: marked([skill.name, ...others].join(" ")).slice(0, 120),
    description: marked(skill.description).slice(0, 1_024),
    body: marked(skill.body),
  };
}

/** The query that finds such skills. */
export function unstemmedQuery(q: string): Query {
  const query = parseQuery(marked(q));
  const { prefix } = query;
  return prefix ? { ...query, prefix: { ...prefix, start: prefix.start.replace(MARK, "") } } : query;
}
