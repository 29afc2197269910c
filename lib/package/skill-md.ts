import { type Finding, refusal, refuses, SKILL_MD, warning } from "./finding";
import type { Json } from "./front-matter";
import { readFrontMatter } from "./front-matter";
import { MAX_SKILL_MD_BYTES, sizeText } from "./limits";
import { scanNesting } from "./scan/nesting";
import { scanSecrets } from "./scan/secrets";
import { scanUnicode } from "./scan/unicode";
import { type Properties, validate } from "./validate";

const ADVISED_LINES = 500;

export type SkillMd = Omit<Properties, "name" | "description"> & {
  name: string;
  description: string;
  title: string;
  frontMatter: { [key: string]: Json };
  body: string;
};

/**
 * Reads and checks the text of one SKILL.md; runs in the browser too, for the form's live findings. `skill` is null exactly
 * when a finding refuses.
 */
export function readSkillMd(text: string, folder: string | null): { skill: SkillMd | null; findings: Finding[] } {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MAX_SKILL_MD_BYTES)
    return {
      skill: null,
      findings: [
        refusal(
          "skill-md-too-large",
          SKILL_MD,
          null,
          `SKILL.md has ${sizeText(bytes)}; ${sizeText(MAX_SKILL_MD_BYTES)} are allowed. Move parts into files beside it.`,
        ),
      ],
    };
  const { frontMatter, body, bodyLine, findings } = readFrontMatter(text);
  const scanned = [
    ...scanUnicode(text, SKILL_MD),
    ...scanSecrets(text, SKILL_MD),
    ...scanNesting(body, SKILL_MD, bodyLine),
  ];
  if (!frontMatter) return { skill: null, findings: [...findings, ...scanned] };
  const { properties, findings: problems } = validate(frontMatter, folder);
  const all = [
    ...findings,
    ...problems,
    ...scanned,
    ...checkValues(frontMatter.record, scanned),
    ...checkBody(body, bodyLine),
  ];
  const { name, description } = properties;
  if (all.some(refuses) || name === null || description === null) return { skill: null, findings: all };
  return {
    skill: { ...properties, name, description, title: titleOf(body, name), frontMatter: frontMatter.record, body },
    findings: all,
  };
}

/** A quoted YAML value can spell a hidden character as an escape, which the scan of the file's text does not see. */
function checkValues(record: { [key: string]: Json }, scanned: readonly Finding[]): Finding[] {
  const seen = new Set(scanned.map((finding) => finding.rule));
  const values = JSON.stringify(record);
  return scanUnicode(values, SKILL_MD)
    .filter((finding) => !seen.has(finding.rule))
    .map((finding) => ({ ...finding, line: null, message: finding.message.replace(/^Line \d+/, "The front matter") }));
}

function checkBody(body: string, bodyLine: number): Finding[] {
  const lines = body.split("\n").length;
  if (body.trim() === "")
    return [
      warning("agentskills", "body-empty", SKILL_MD, bodyLine, "There are no instructions below the front matter."),
    ];
  if (lines <= ADVISED_LINES) return [];
  return [
    warning(
      "agentskills",
      "body-long",
      SKILL_MD,
      bodyLine,
      `The body has ${lines} lines; the open format advises fewer than ${ADVISED_LINES}.`,
    ),
  ];
}

/** The first level-one heading outside code, else the name without hyphens: `code-review` → `Code review`. */
export function titleOf(body: string, name: string): string {
  let fence: string | null = null;
  for (const line of body.split("\n")) {
    const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1];
    if (mark !== undefined) fence = fence === null ? mark : mark.startsWith(fence) ? null : fence;
    const heading = fence === null ? /^ {0,3}#[ \t]+(.+)$/.exec(line)?.[1] : undefined;
    const title = heading === undefined ? "" : plain(heading);
    if (title !== "") return title;
  }
  const words = name.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function plain(heading: string): string {
  const text = heading
    .replace(/[ \t]+#+[ \t]*$/, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*`]/g, "")
    .replace(/[\p{Cc}\u200B-\u200F\u2060-\u2064\uFEFF]/gu, "")
    .trim();
  const characters = [...text];
  return characters.length > 120 ? `${characters.slice(0, 119).join("").trimEnd()}…` : text;
}
