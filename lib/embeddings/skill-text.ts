/** The parts of a skill that say what it is for. `body` is the Markdown of its SKILL.md, without the front matter. */
export type SkillText = { name: string; description: string; tags: readonly string[]; body: string };

// Past it a body holds examples and tables; what a skill is for has been said.
const BODY_CHARACTERS = 8_000;

/** The text that a skill is embedded by: what says most stands first, since a model weighs the beginning most. */
export function passageText({ name, description, tags, body }: SkillText): string {
  return [name, description, tags.join(", "), body.slice(0, BODY_CHARACTERS)].filter(Boolean).join("\n\n");
}
