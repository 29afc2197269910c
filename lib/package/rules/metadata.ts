import { type Finding, formatError, SKILL_MD, warning } from "../finding";
import type { FrontMatter, Json } from "../front-matter";
import { notText } from "./text";

export type Metadata = { metadata: Record<string, string>; findings: Finding[] };

/**
 * `metadata` is a map of text to text. The reference parser turns other values into text, and every third real skill
 * nests a map for its own client there, so we do the same: numbers as written, lists and maps as JSON, with a warning.
 */
export function readMetadata(frontMatter: FrontMatter): Metadata {
  const value = frontMatter.record.metadata;
  const line = frontMatter.lines.get("metadata") ?? null;
  if (value === undefined || value === null) return { metadata: {}, findings: [] };
  if (typeof value !== "object" || Array.isArray(value))
    return {
      metadata: {},
      findings: [formatError("metadata-not-a-map", line, "`metadata` must be a map of text to text.")],
    };
  const findings: Finding[] = [];
  const metadata: Record<string, string> = {};
  for (const [key, item] of Object.entries(value)) {
    const path = `metadata.${key}`;
    metadata[key] = asText(item, frontMatter.sources.get(path));
    const problem = metadataProblem(path, frontMatter.lines.get(path) ?? line, item);
    if (problem) findings.push(problem);
  }
  if (metadata.internal === "true")
    findings.push(
      warning(
        "npx-skills",
        "metadata-internal",
        SKILL_MD,
        line,
        "`metadata.internal` is true: `npx skills` hides this skill.",
      ),
    );
  return { metadata, findings };
}

function metadataProblem(path: string, line: number | null, item: Json): Finding | null {
  if (typeof item === "string") return null;
  if (typeof item !== "object" || item === null) return item === null ? null : notText(path, line, item);
  return warning(
    "agentskills",
    "metadata-nested",
    SKILL_MD,
    line,
    `\`${path}\` is not text; the open format's metadata maps text to text.`,
  );
}

function asText(item: Json, source: string | undefined): string {
  if (typeof item === "string") return item;
  if (item === null) return "";
  return typeof item === "object" ? JSON.stringify(item) : (source ?? String(item));
}
