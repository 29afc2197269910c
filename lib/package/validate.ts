import { type Finding, formatError, SKILL_MD, warning } from "./finding";
import type { FrontMatter } from "./front-matter";
import { MAX_COMPATIBILITY, MAX_DESCRIPTION } from "./limits";
import { checkKeys, checkListing } from "./rules/keys";
import { readMetadata } from "./rules/metadata";
import { readName } from "./rules/name";
import { lengthOf, readText, readTextOrList, type Text } from "./rules/text";

/** What the six keys of the open format say. `name` and `description` are null exactly when a finding refuses them. */
export type Properties = {
  name: string | null;
  description: string | null;
  license: string | null;
  compatibility: string | null;
  allowedTools: string | null;
  metadata: Record<string, string>;
};

/** Reads and checks the front matter under the rules of the open format and of the clients that differ from it. */
export function validate(
  frontMatter: FrontMatter,
  folder: string | null,
): { properties: Properties; findings: Finding[] } {
  const name = readName(frontMatter, folder);
  const description = readDescription(frontMatter);
  const license = readText(frontMatter, "license");
  const compatibility = readCompatibility(frontMatter);
  const allowedTools = readTextOrList(frontMatter, "allowed-tools", " ");
  const metadata = readMetadata(frontMatter);
  return {
    properties: {
      name: name.name,
      description: description.text,
      license: license.text || null,
      compatibility: compatibility.text || null,
      allowedTools: allowedTools.text || null,
      metadata: metadata.metadata,
    },
    findings: [name, description, license, compatibility, allowedTools, metadata]
      .flatMap((part) => part.findings)
      .concat(checkKeys(frontMatter), checkListing(frontMatter, description.text ?? "")),
  };
}

function readDescription(frontMatter: FrontMatter): Text {
  const { text, findings } = readText(frontMatter, "description");
  const line = frontMatter.lines.get("description") ?? 1;
  if (findings.some((finding) => finding.level === "error")) return { text: null, findings };
  if (!text) {
    const message = "The front matter has no `description`. Say what the skill does and when to use it.";
    return { text: null, findings: [...findings, formatError("description-missing", line, message)] };
  }
  if (lengthOf(text) > MAX_DESCRIPTION) {
    const message = `The description has ${lengthOf(text)} characters; ${MAX_DESCRIPTION} are allowed.`;
    return { text: null, findings: [...findings, formatError("description-too-long", line, message)] };
  }
  if (!/[<>]/.test(text)) return { text, findings };
  const message = "claude.ai will refuse this skill because its description holds “<” or “>”.";
  return { text, findings: [...findings, warning("claude.ai", "description-angle-brackets", SKILL_MD, line, message)] };
}

function readCompatibility(frontMatter: FrontMatter): Text {
  const { text, findings } = readTextOrList(frontMatter, "compatibility", ", ");
  if (text === null || lengthOf(text) <= MAX_COMPATIBILITY) return { text, findings };
  const line = frontMatter.lines.get("compatibility") ?? null;
  const message = `\`compatibility\` has ${lengthOf(text)} characters; ${MAX_COMPATIBILITY} are allowed.`;
  return { text: null, findings: [...findings, formatError("compatibility-too-long", line, message)] };
}
