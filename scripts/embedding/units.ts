import type { SkillText } from "@/lib/embeddings/skill-text";

/** Short texts out of a skill, each of which somebody who looks for the skill could have written. */
export type Units = { short: string[]; description: string[]; body: string[] };

const MOST_CHARACTERS = 300;

export function unitsOf({ name, description, tags, body }: SkillText): Units {
  const prose = body.slice(0, 40_000).replace(/```[\s\S]*?(```|$)/g, "\n");
  const lines = prose.split("\n").flatMap((line) => sentencesOf(line.replace(/^[\s>#*+|\d.-]+/, "")));
  return {
    short: [name.replaceAll("-", " "), tags.join(" ")].filter(isWorthwhile),
    description: [...sentencesOf(description), ...quotedIn(description), ...description.split(/[,;:]/)].filter(
      isWorthwhile,
    ),
    body: [...lines, ...quotedIn(prose)].filter(isWorthwhile),
  };
}

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])\s+|[。！？；\n]|\s\|\s/);

/** What stands in quotation marks: mostly what a user says. */
const quotedIn = (text: string): string[] => text.match(/["“「][^"“”「」\n]{8,120}["”」]/g) ?? [];

const isWorthwhile = (text: string): boolean =>
  text.length <= MOST_CHARACTERS && /\p{L}{3}|\p{Script=Han}{2}/u.test(text);
