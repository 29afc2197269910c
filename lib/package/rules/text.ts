import { type Finding, formatError, SKILL_MD, warning } from "../finding";
import type { FrontMatter, Json } from "../front-matter";

export type Text = { text: string | null; findings: Finding[] };

/**
 * A key that must be text. YAML turns `1.10` into 1.1 and `yes: on` into nothing anyone meant; the reference parser reads
 * every scalar as text, so we take what the file shows and warn. A map where text must be is an error.
 */
export function readText(frontMatter: FrontMatter, key: string): Text {
  const value = frontMatter.record[key];
  const line = frontMatter.lines.get(key) ?? null;
  if (value === undefined || value === null) return { text: null, findings: [] };
  if (typeof value === "string") return { text: value.trim(), findings: [] };
  if (typeof value === "object") return { text: null, findings: [wrongType(key, line, value)] };
  const text = frontMatter.sources.get(key) ?? String(value);
  return { text, findings: [notText(key, line, value)] };
}

/** Like `readText`, but a list of texts is joined by `separator` with a warning: a common and harmless slip. */
export function readTextOrList(frontMatter: FrontMatter, key: string, separator: string): Text {
  const value = frontMatter.record[key];
  if (!Array.isArray(value) || value.some((item) => typeof item === "object")) return readText(frontMatter, key);
  const line = frontMatter.lines.get(key) ?? null;
  const message = `\`${key}\` is a list; the open format wants one text. It was joined.`;
  return {
    text: value.map(String).join(separator),
    findings: [warning("agentskills", "list-for-text", SKILL_MD, line, message)],
  };
}

export function notText(key: string, line: number | null, value: Json): Finding {
  const message = `\`${key}\` is a ${typeof value} to most YAML readers. Put it in quotes.`;
  return warning("agentskills", "unquoted-scalar", SKILL_MD, line, message);
}

function wrongType(key: string, line: number | null, value: Json): Finding {
  return formatError("wrong-type", line, `\`${key}\` is a ${Array.isArray(value) ? "list" : "map"}; it must be text.`);
}

/** Counts characters as people do, not UTF-16 units: an emoji is one. */
export function lengthOf(text: string): number {
  return [...text].length;
}
