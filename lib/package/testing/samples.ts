import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { PackageFile } from "../file";

/** A file of a package, from text. */
export function textFile(path: string, text: string, executable = false): PackageFile {
  return { path, bytes: new TextEncoder().encode(text), executable };
}

export function skillMd(frontMatter: string, body = "# Code review\n\nRead the change twice.\n"): string {
  return `---\n${frontMatter}\n---\n\n${body}`;
}

export const GOOD = skillMd("name: code-review\ndescription: Reviews a change. Use before merging.");

export type Sample = { folder: string; text: string };

const CORPUS = "../shared/corpus/skills.jsonl.gz";

/** Real skills where the corpus lies beside the repository, else as many written by rule, so that the test always tests. */
export function samples(): { isReal: boolean; skills: Sample[] } {
  if (!existsSync(CORPUS))
    return { isReal: false, skills: Array.from({ length: 300 }, (_, index) => generated(index)) };
  const lines = gunzipSync(readFileSync(CORPUS)).toString("utf8").trim().split("\n");
  const skills = lines.map((line) => {
    const { path, skill_md: text } = JSON.parse(line) as { path: string; skill_md: string };
    return { folder: path.split("/").at(-2) ?? "", text };
  });
  return { isReal: true, skills };
}

function generated(index: number): Sample {
  const folder = `skill-${index}`;
  const extra = ["", "\nversion: 1.10", "\nhomepage: https://example.com", "\nmetadata:\n  author: someone"][index % 4];
  // One in fifty lacks its front matter, about as in the wild.
  if (index % 50 === 49) return { folder, text: `# Skill ${index}\n\nNo front matter.\n` };
  const body = Array.from(
    { length: 5 + (index % 40) },
    (_, n) => `## Part ${n}\n\n- do **this**\n- then \`that\`\n`,
  ).join("\n");
  return {
    folder,
    text: skillMd(`name: ${folder}\ndescription: Does thing ${index}. Use when: thing ${index} is due.${extra}`, body),
  };
}
