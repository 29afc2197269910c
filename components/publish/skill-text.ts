export type SkillFields = { name: string; description: string; license: string; body: string };

/** The SKILL.md that a form's fields spell. What they hold is checked by whoever reads it, not here. */
export function skillText({ name, description, license, body }: SkillFields): string {
  const lines = [`name: ${scalar(name.trim())}`, `description: ${scalar(description.trim())}`];
  if (license.trim()) lines.push(`license: ${scalar(license.trim())}`);
  return `---\n${lines.join("\n")}\n---\n\n${body.trim()}\n`;
}

/** A YAML scalar that always reads back as this very string: words with hyphens stand as they are, all else is quoted. */
function scalar(text: string): string {
  return /^[a-z]+(-[a-z0-9]+)+$/.test(text) ? text : JSON.stringify(text);
}
