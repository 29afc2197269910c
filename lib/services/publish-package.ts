import { DomainError } from "@/lib/errors";
import { type Rendered, renderMarkdown } from "@/lib/markdown/render";
import { parseAside } from "@/lib/package/aside";
import type { PackageFile } from "@/lib/package/file";
import { type Finding, refuses } from "@/lib/package/finding";
import type { ParsedSkill } from "@/lib/package/parse";

/** A package that may be stored: read, checked and rendered, all before a transaction is opened. */
export type ReadyPackage = { skill: ParsedSkill; findings: Finding[]; rendered: Rendered };

/** Reads, checks and renders. Takes up to seconds; never call it inside a unit. @throws DomainError `invalid` with what was found */
export async function readyPackage(input: { files: PackageFile[]; folder?: string }): Promise<ReadyPackage> {
  const { skill, findings } = await parseAside(input.files, input.folder);
  if (!skill) throw refusalOf(findings);
  return render(skill, findings);
}

/** The slow half: in a worker, within two seconds. */
export async function render(skill: ParsedSkill, findings: Finding[]): Promise<ReadyPackage> {
  return { skill, findings, rendered: await renderMarkdown(skill.body) };
}

/** The findings that refuse, as one sentence with all of them, a line each, in the field `files`. */
function refusalOf(findings: Finding[]): DomainError {
  const lines = findings.filter(refuses).map(sentenceOf);
  const more =
    lines.length > 1
      ? ` There ${lines.length === 2 ? "is 1 more problem" : `are ${lines.length - 1} more problems`}.`
      : "";
  return new DomainError("invalid", `This package cannot be published. ${lines[0] ?? "It is empty."}${more}`, {
    files: lines.slice(0, 50).join("\n"),
  });
}

function sentenceOf(finding: Finding): string {
  const place = [finding.file, finding.line === null ? "" : `line ${finding.line}`].filter(Boolean).join(", ");
  return place ? `${place}: ${finding.message}` : finding.message;
}
