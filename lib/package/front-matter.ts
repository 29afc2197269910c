import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, visit } from "yaml";
import { type Finding, formatError, refusal, SKILL_MD, shown, warning } from "./finding";
import { quoteEntryAt } from "./front-matter-lenient";
import { MAX_FRONT_MATTER_BYTES, MAX_FRONT_MATTER_DEPTH } from "./limits";

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** `lines` gives a key's line in SKILL.md, `sources` what a top-level or metadata number looked like in the file. */
export type FrontMatter = {
  record: { [key: string]: Json };
  lines: Map<string, number>;
  sources: Map<string, string>;
};

export type SplitSkillMd = { frontMatter: FrontMatter | null; body: string; bodyLine: number; findings: Finding[] };

/** Splits SKILL.md at its two `---` lines and reads what stands between them. Never throws, never runs anything. */
export function readFrontMatter(text: string): SplitSkillMd {
  const findings: Finding[] = [];
  if (text.startsWith("\uFEFF"))
    findings.push(
      warning(
        "agentskills",
        "byte-order-mark",
        SKILL_MD,
        1,
        "The file starts with a byte order mark; save it as UTF-8 without one.",
      ),
    );
  const lines = text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .split("\n");
  const opening = openingProblem(lines);
  const close = lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line));
  if (opening) return { frontMatter: null, body: lines.join("\n"), bodyLine: 1, findings: [...findings, opening] };
  if (close === -1) {
    findings.push(
      formatError("front-matter-unclosed", 1, "The front matter is not closed: add a line `---` after it."),
    );
    return { frontMatter: null, body: "", bodyLine: lines.length, findings };
  }
  const parsed = parseYaml(lines.slice(1, close));
  const body = lines.slice(close + 1).join("\n");
  return { frontMatter: parsed.frontMatter, body, bodyLine: close + 2, findings: [...findings, ...parsed.findings] };
}

function openingProblem(lines: readonly string[]): Finding | null {
  const first = lines[0] ?? "";
  if (first === "---") return null;
  // gray-matter's `---js` runs the front matter as a program; nothing but plain YAML is read here.
  if (/^---\s*\S/.test(first))
    return formatError(
      "front-matter-language",
      1,
      `The first line is “${shown(first)}”; it must be exactly \`---\`. Only YAML is read.`,
    );
  const later = lines.findIndex((line) => line.trim() !== "");
  const hint = later >= 0 && lines[later]?.trim() === "---" ? " Remove what stands before it." : "";
  return formatError(
    "front-matter-missing",
    1,
    `SKILL.md must start with YAML front matter: a first line \`---\`.${hint}`,
  );
}

type Parsed = { frontMatter: FrontMatter | null; findings: Finding[] };

function parseYaml(source: string[]): Parsed {
  const size = new TextEncoder().encode(source.join("\n")).length;
  if (size > MAX_FRONT_MATTER_BYTES)
    return failed(
      refusal(
        "front-matter-too-large",
        SKILL_MD,
        1,
        `The front matter has ${size} bytes; ${MAX_FRONT_MATTER_BYTES} are allowed. Move text into the body.`,
      ),
    );
  try {
    return parseLeniently(source);
  } catch (error) {
    // Only the parser's own recursion gives way here, on thousands of nested brackets.
    if (error instanceof RangeError)
      return failed(refusal("front-matter-too-deep", SKILL_MD, 2, "The front matter is nested too deeply."));
    throw error;
  }
}

function parseLeniently(source: string[]): Parsed {
  const findings: Finding[] = [];
  let lines = source;
  for (let attempt = 0; ; attempt++) {
    const counter = new LineCounter();
    const document = parseDocument(lines.join("\n"), {
      schema: "core",
      uniqueKeys: true,
      merge: false,
      logLevel: "silent",
      lineCounter: counter,
    });
    const error = document.errors[0];
    if (!error) {
      const read = readDocument(document, (offset) => counter.linePos(offset).line + 1);
      return { frontMatter: read.frontMatter, findings: [...findings, ...read.findings] };
    }
    const at = counter.linePos(error.pos[0]).line - 1;
    const quoted = attempt < 8 && error.code !== "DUPLICATE_KEY" ? quoteEntryAt(lines, at) : null;
    if (!quoted) return failed(yamlError(error.code, error.message, at + 2));
    lines = quoted.lines;
    findings.push(
      warning(
        "agentskills",
        "unquoted-value",
        SKILL_MD,
        quoted.line + 2,
        `The value of \`${quoted.key}\` is not valid YAML as written; it was read as text. Put it in quotes.`,
      ),
    );
  }
}

function yamlError(code: string, message: string, line: number): Finding {
  const [what = ""] = message.split(/ at line \d+|\n/);
  if (code === "DUPLICATE_KEY")
    return formatError("front-matter-duplicate-key", line, "A key appears twice in the front matter. Keep one.");
  return formatError("front-matter-yaml", line, `The front matter is not valid YAML: ${shown(what, 160)}.`);
}

function failed(finding: Finding): Parsed {
  return { frontMatter: null, findings: [finding] };
}

function readDocument(document: Document, lineAt: (offset: number) => number): Parsed {
  const refused = refusedNode(document, lineAt);
  if (refused) return failed(refused);
  if (!isMap(document.contents))
    return failed(formatError("front-matter-not-a-map", 2, "The front matter must be a list of `key: value` lines."));
  const lines = new Map<string, number>();
  const sources = new Map<string, string>();
  for (const pair of document.contents.items) {
    const key = keyText(pair);
    lines.set(key, offsetLine(pair.key, lineAt));
    noteSource(sources, key, pair.value);
    if (key !== "metadata" || !isMap(pair.value)) continue;
    for (const inner of pair.value.items) {
      lines.set(`metadata.${keyText(inner)}`, offsetLine(inner.key, lineAt));
      noteSource(sources, `metadata.${keyText(inner)}`, inner.value);
    }
  }
  return { frontMatter: { record: toJson(document.contents) as FrontMatter["record"], lines, sources }, findings: [] };
}

/** Anchors, aliases and tags make small files large or ask for code; nothing a skill says needs them. */
function refusedNode(document: Document, lineAt: (offset: number) => number): Finding | null {
  let found: Finding | null = null;
  const refuse = (rule: string, node: unknown, message: string) => {
    found = refusal(rule, SKILL_MD, offsetLine(node, lineAt), message);
    return visit.BREAK;
  };
  visit(document, {
    Alias: (_, node) =>
      refuse("front-matter-alias", node, "The front matter uses a YAML alias (`*name`). Write the value out."),
    Pair: (_, pair, path) => {
      if (path.length > MAX_FRONT_MATTER_DEPTH * 2)
        return refuse("front-matter-too-deep", pair.key, "The front matter is nested too deeply.");
      if (!isScalar(pair.key) && pair.key !== null)
        return refuse(
          "front-matter-key",
          pair.key,
          "A key in the front matter is a list or a map. Put the text in quotes.",
        );
      const key = keyText(pair);
      // `__proto__` is harmless here and a trap for whoever copies the record later.
      if (key === "__proto__") return refuse("front-matter-key", pair.key, "The key `__proto__` is not allowed.");
      if (isUnstorable(key))
        return refuse("front-matter-control-character", pair.key, "A key holds a control character. Remove it.");
    },
    Node: (_, node, path) => {
      if (path.length > MAX_FRONT_MATTER_DEPTH * 2)
        return refuse("front-matter-too-deep", node, "The front matter is nested too deeply.");
      if (isAlias(node)) return;
      if (node.anchor)
        return refuse("front-matter-anchor", node, "The front matter uses a YAML anchor (`&name`). Remove it.");
      if (node.tag)
        return refuse("front-matter-tag", node, `The front matter uses a YAML tag (“${shown(node.tag)}”). Remove it.`);
      if (isScalar(node) && typeof node.value === "string" && isUnstorable(node.value))
        return refuse("front-matter-control-character", node, "A value holds a control character. Remove it.");
    },
  });
  return found;
}

/** Control characters reach a terminal or break the database's text; quoted YAML can spell any of them. */
function isUnstorable(text: string): boolean {
  return /\p{Cs}/u.test(text) || [...text].some((c) => c < " " && c !== "\t" && c !== "\n" && c !== "\r");
}

function keyText(pair: Pair): string {
  return isScalar(pair.key) ? (pair.key.source ?? String(pair.key.value ?? "")) : String(pair.key ?? "");
}

function noteSource(sources: Map<string, string>, key: string, value: unknown): void {
  if (isScalar(value) && value.source !== undefined) sources.set(key, value.source);
}

function offsetLine(node: unknown, lineAt: (offset: number) => number): number {
  const range = (node as { range?: [number, number, number] | null } | null)?.range;
  return range ? lineAt(range[0]) : 2;
}

function toJson(node: unknown): Json {
  if (isMap(node)) {
    const record: { [key: string]: Json } = {};
    for (const pair of node.items) record[keyText(pair)] = toJson(pair.value);
    return record;
  }
  if (isSeq(node)) return node.items.map(toJson);
  if (!isScalar(node)) return null;
  const { value } = node;
  // `.nan` and `.inf` are YAML numbers but not JSON ones.
  if (typeof value === "number") return Number.isFinite(value) ? value : (node.source ?? String(value));
  if (typeof value === "string" || typeof value === "boolean") return value;
  return value === null || value === undefined ? null : String(value);
}
