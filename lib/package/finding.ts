export type FindingTarget = "agentskills" | "claude.ai" | "claude-code" | "npx-skills" | "guildhall";

/** One thing seen in a package. `line` counts from 1 in `file`; null when the finding is about the file as a whole. */
export type Finding = {
  target: FindingTarget;
  level: "error" | "warning";
  /** Stable kebab-case code, for reports and tests. */
  rule: string;
  file: string;
  line: number | null;
  /** A sentence for people: what is wrong and what to do. */
  message: string;
};

export const SKILL_MD = "SKILL.md";

/** Only the open format and this registry refuse; what another client dislikes is told, never enforced. */
export function refuses(finding: Finding): boolean {
  return finding.level === "error" && (finding.target === "agentskills" || finding.target === "guildhall");
}

/** An error of the open format, found in SKILL.md. */
export function formatError(rule: string, line: number | null, message: string): Finding {
  return { target: "agentskills", level: "error", rule, file: SKILL_MD, line, message };
}

/** An error of this registry: limits, safety, unreadable input. */
export function refusal(rule: string, file: string, line: number | null, message: string): Finding {
  return { target: "guildhall", level: "error", rule, file, line, message };
}

export function warning(
  target: FindingTarget,
  rule: string,
  file: string,
  line: number | null,
  message: string,
): Finding {
  return { target, level: "warning", rule, file, line, message };
}

/** Writes text so that it is safe to show in a message: short, one line, unusual characters as `U+202E`. */
export function shown(text: string, limit = 80): string {
  const characters = [...text];
  const cut = characters.length > limit ? [...characters.slice(0, limit), "…"] : characters;
  return cut.map((c) => (/\p{C}|[\u2028\u2029]|\p{Variation_Selector}/u.test(c) ? codePointName(c) : c)).join("");
}

export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
