import { type Finding, formatError, refuses, SKILL_MD, shown, warning } from "../finding";
import type { FrontMatter } from "../front-matter";
import { MAX_NAME } from "../limits";
import { lengthOf, readText } from "./text";

export type Name = { name: string | null; findings: Finding[] };

/**
 * The skill's name. The reference validator wants it to equal the folder's name; we only warn when it does not: one real
 * skill in five differs, the client guide tells clients to load those with a warning, and whoever unpacks a package names
 * its folder. For the same reason a display name (`Job Search MCP`) or none gives way to a good folder name, as clients
 * themselves do it. Without such a folder, and past 64 characters always, a bad name refuses.
 */
export function readName(frontMatter: FrontMatter, folder: string | null): Name {
  const { text, findings } = readText(frontMatter, "name");
  if (findings.some(refuses)) return { name: null, findings };
  const line = frontMatter.lines.get("name") ?? 1;
  const name = (text ?? "").normalize("NFKC");
  const problem = nameProblem(name);
  if (problem === null) return { name, findings: [...findings, ...remarks(name, folder, line)] };
  const what = name === "" ? "The front matter has no `name`" : `The name “${shown(name)}” ${problem}`;
  if (folder !== null && nameProblem(folder) === null && lengthOf(name) <= MAX_NAME) {
    const message = `${what}; the folder's name “${folder}” is used. Write \`name: ${folder}\`.`;
    return {
      name: folder,
      findings: [...findings, warning("agentskills", "name-taken-from-folder", SKILL_MD, line, message)],
    };
  }
  return { name: null, findings: [...findings, formatError(rule(name), line, `${what}.${suggestion(name)}`)] };
}

/** What is wrong with a name under the open format, as the rest of a sentence, or null. Letters of any script may pass. */
export function nameProblem(name: string): string | null {
  if (name === "") return "is empty";
  if (lengthOf(name) > MAX_NAME) return `has ${lengthOf(name)} characters; ${MAX_NAME} are allowed`;
  if (name !== name.toLowerCase()) return "must be lower case";
  if (!/^[\p{L}\p{N}-]+$/u.test(name)) return "may hold only lower-case letters, digits and hyphens";
  if (name.startsWith("-") || name.endsWith("-")) return "may not start or end with a hyphen";
  if (name.includes("--")) return "may not hold two hyphens in a row";
  return null;
}

function rule(name: string): string {
  if (name === "") return "name-missing";
  return lengthOf(name) > MAX_NAME ? "name-too-long" : "name-characters";
}

function suggestion(name: string): string {
  if (name === "") return " Add one, such as `name: code-review`.";
  const spelled = spelledAsName(name);
  return spelled !== name && nameProblem(spelled) === null ? ` Try \`${spelled}\`.` : "";
}

/** `Job Search_MCP` → `job-search-mcp`. */
export function spelledAsName(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

function remarks(name: string, folder: string | null, line: number): Finding[] {
  const findings: Finding[] = [];
  const warn = (target: "agentskills" | "npx-skills" | "claude.ai" | "guildhall", code: string, message: string) =>
    findings.push(warning(target, code, SKILL_MD, line, message));
  if (folder !== null && folder.normalize("NFKC") !== name)
    warn(
      "agentskills",
      "name-folder-mismatch",
      `The name “${shown(name)}” differs from its folder “${shown(folder)}”. Rename one of them.`,
    );
  if (!/^[a-z0-9-]+$/.test(name)) {
    warn("npx-skills", "name-not-ascii", "`npx skills` installs only names of the letters a–z, digits and hyphens.");
    warn("claude.ai", "name-not-ascii", "claude.ai accepts only names of the letters a–z, digits and hyphens.");
  }
  if (/\p{Script=Latin}/u.test(name) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(name))
    warn("guildhall", "name-mixed-scripts", `The name “${shown(name)}” mixes scripts whose letters look alike.`);
  return findings;
}
