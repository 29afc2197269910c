import { type Finding, SKILL_MD, shown, warning } from "../finding";
import type { FrontMatter } from "../front-matter";

const OPEN_FORMAT = new Set(["name", "description", "license", "compatibility", "metadata", "allowed-tools"]);
const CLAUDE_CODE = new Set(
  (
    "when_to_use argument-hint arguments disable-model-invocation user-invocable disallowed-tools model effort context agent " +
    "background hooks paths shell"
  ).split(" "),
);
const CLAUDE_CODE_LISTING = 1536;

/**
 * Keys beyond the six of the open format. The reference validator and claude.ai refuse them, clients ignore them, and one
 * real skill in four has some (`version`, `homepage`, Claude Code's own). So none refuses; each is told with its line.
 */
export function checkKeys(frontMatter: FrontMatter): Finding[] {
  return Object.keys(frontMatter.record)
    .filter((key) => !OPEN_FORMAT.has(key))
    .flatMap((key) => unknownKey(key, frontMatter.lines.get(key) ?? null));
}

function unknownKey(key: string, line: number | null): Finding[] {
  const name = shown(key);
  if (CLAUDE_CODE.has(key))
    return [
      warning(
        "agentskills",
        "claude-code-key",
        SKILL_MD,
        line,
        `\`${name}\` is a key of Claude Code, not of the open format; other clients ignore it.`,
      ),
      warning(
        "claude.ai",
        "unknown-key",
        SKILL_MD,
        line,
        `claude.ai will refuse this skill because of the key \`${name}\`.`,
      ),
    ];
  return [
    warning(
      "agentskills",
      "unknown-key",
      SKILL_MD,
      line,
      `\`${name}\` is not a key of the open format. Move it below \`metadata\`.`,
    ),
    warning(
      "claude.ai",
      "unknown-key",
      SKILL_MD,
      line,
      `claude.ai will refuse this skill because of the key \`${name}\`.`,
    ),
  ];
}

/** Claude Code cuts what it lists of a skill; what stands after the cut never helps to choose it. */
export function checkListing(frontMatter: FrontMatter, description: string): Finding[] {
  const whenToUse = frontMatter.record.when_to_use;
  const length = description.length + (typeof whenToUse === "string" ? whenToUse.length : 0);
  if (length <= CLAUDE_CODE_LISTING) return [];
  const line = frontMatter.lines.get("when_to_use") ?? null;
  const message = `Claude Code lists only the first ${CLAUDE_CODE_LISTING} characters of description and when_to_use; these have ${length}.`;
  return [warning("claude-code", "listing-cut", SKILL_MD, line, message)];
}
