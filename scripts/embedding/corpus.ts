import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "yaml";
import type { SkillText } from "@/lib/embeddings/skill-text";

const FOLDER = "../shared/corpus";
const DOCUMENTS = `${FOLDER}/search-dev.json.gz`;
const MORE = `${FOLDER}/more-skills.jsonl.gz`;

const unpacked = (file: string): string => gunzipSync(readFileSync(file)).toString("utf8");

/** A skill of the development set, and its number there. */
export type DevelopmentSkill = SkillText & { id: number };

/** The documents of the development set. Its queries are not given out here: no training may see them. */
export function developmentSkills(): DevelopmentSkill[] {
  const { documents } = JSON.parse(unpacked(DOCUMENTS)) as { documents: Omit<DevelopmentSkill, "tags">[] };
  return documents.map(({ id, name, description, body }) => ({ id, name, description, tags: [], body }));
}

/** All skills that the model is trained on. Throws, with a sentence, where the two files are missing. */
export function trainingSkills(): SkillText[] {
  let more: string;
  try {
    more = unpacked(MORE);
    return [...developmentSkills(), ...more.trim().split("\n").map(skillOfLine)];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new Error(
      `The training needs ${DOCUMENTS} and ${MORE} beside this checkout. Put them there and start it again.`,
    );
  }
}

function skillOfLine(line: string): SkillText {
  const { skill_md: text } = JSON.parse(line) as { skill_md: string };
  const [, front = "", body = text] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/.exec(text) ?? [];
  const fields = fieldsOf(front);
  const tags = Array.isArray(fields.tags) ? fields.tags.map(String) : [];
  return { name: String(fields.name ?? ""), description: String(fields.description ?? ""), tags, body };
}

/** The front matter; of one that is no YAML, the two lines that matter. */
function fieldsOf(front: string): Record<string, unknown> {
  try {
    return (parse(front) as Record<string, unknown> | null) ?? {};
  } catch {
    const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, "m").exec(front)?.[1] ?? "";
    return { name: field("name"), description: field("description") };
  }
}
