import { codePointName, type Finding, refusal, shown, warning } from "../finding";

type Kind = { rule: string; level: "error" | "warning"; what: string };

const TAG: Kind = { rule: "hidden-tag-character", level: "error", what: "an invisible tag character" };
const BIDI: Kind = { rule: "hidden-bidi-control", level: "error", what: "a control character that reorders text" };
const SELECTORS: Kind = {
  rule: "hidden-variation-selectors",
  level: "error",
  what: "a run of invisible variation selectors",
};
const ZERO_WIDTH: Kind = { rule: "hidden-zero-width", level: "warning", what: "an invisible character" };
const PRIVATE: Kind = {
  rule: "private-use-character",
  level: "warning",
  what: "a private-use character, which shows differently everywhere",
};

/** The flags of England, Scotland and Wales: the only three uses of tag characters that have a picture. */
const TAG_FLAG =
  /\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}/gu;
const SUSPECT = new RegExp(
  [
    "[\\u{E0000}-\\u{E007F}]+",
    "[\\u202A-\\u202E\\u2066-\\u2069]+",
    "\\p{Variation_Selector}{2,}",
    "(?:[\\u00AD\\u061C\\u115F\\u1160\\u180E\\u200B-\\u200F\\u2060-\\u2064\\u206A-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFB]|\\u034F)+",
    "[\\u{E0100}-\\u{E01EF}]",
    "\\p{Co}+",
  ].join("|"),
  "gu",
);
/** No script or emoji stacks this many selectors; GlassWorm's payloads stack thousands. */
const SELECTOR_RUN = 8;

/**
 * Finds characters that hide or reorder what a reader sees. Tag characters, bidi controls and long selector runs are
 * errors; other invisible ones warnings, except where a script or an emoji needs them. One finding a kind, with its
 * first line, its characters escaped, and how often it occurs.
 */
export function scanUnicode(text: string, file: string): Finding[] {
  const found = new Map<Kind, { index: number; count: number; characters: string }>();
  const flags = text.includes("\u{1F3F4}") ? spans(text, TAG_FLAG) : [];
  for (const match of text.matchAll(SUSPECT)) {
    const kind = kindOf(match[0], text, match.index);
    if (!kind || flags.some(([start, end]) => match.index > start && match.index < end)) continue;
    const earlier = found.get(kind);
    if (earlier) earlier.count++;
    else found.set(kind, { index: match.index, count: 1, characters: match[0] });
  }
  return [...found].map(([kind, hit]) => toFinding(kind, hit, text, file));
}

function kindOf(run: string, text: string, index: number): Kind | null {
  const first = run.codePointAt(0) ?? 0;
  if (first >= 0xe0000 && first <= 0xe007f) return TAG;
  if ((first >= 0x202a && first <= 0x202e) || (first >= 0x2066 && first <= 0x2069)) return BIDI;
  if ((first >= 0xfe00 && first <= 0xfe0f) || (first >= 0xe0100 && first <= 0xe01ef))
    return selectorKind(run, text, index);
  if (first >= 0xe000 && first !== 0xfeff && first < 0xff00) return PRIVATE;
  if (first >= 0xf0000) return PRIVATE;
  return isNeeded(run, text, index) ? null : ZERO_WIDTH;
}

function selectorKind(run: string, text: string, index: number): Kind | null {
  const length = [...run].length;
  if (length >= SELECTOR_RUN) return SELECTORS;
  // One selector after a Han character picks a variant of it.
  return length === 1 && /\p{Script=Han}$/u.test(text.slice(Math.max(0, index - 2), index)) ? null : ZERO_WIDTH;
}

/** A byte order mark at the start, joiners inside scripts and emoji that use them, direction marks beside RTL letters. */
function isNeeded(run: string, text: string, index: number): boolean {
  if (run === "\uFEFF" && index === 0) return true;
  const before = text.slice(Math.max(0, index - 3), index);
  const after = text.slice(index + run.length, index + run.length + 2);
  if (run === "\u200D" && /(?:\p{Extended_Pictographic}|\uFE0F|\p{Emoji_Modifier})$/u.test(before))
    return /^[\p{Extended_Pictographic}\u2640\u2642\u2695]/u.test(after);
  if (run === "\u200C" || run === "\u200D") return JOINING.test(before) || JOINING.test(after);
  if (/^[\u200E\u200F\u061C]$/.test(run)) return RTL.test(lineAround(text, index));
  return /^[\u115F\u1160\u3164]$/.test(run) && /\p{Script=Hangul}/u.test(before + after);
}

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Mongolian}\p{Script=Tibetan}\p{Script=Thai}]/u;

function lineAround(text: string, index: number): string {
  const end = text.indexOf("\n", index);
  return text.slice(
    Math.max(text.lastIndexOf("\n", index) + 1, index - 200),
    Math.min(end === -1 ? text.length : end, index + 200),
  );
}

function spans(text: string, pattern: RegExp): [number, number][] {
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);
}

function toFinding(
  kind: Kind,
  hit: { index: number; count: number; characters: string },
  text: string,
  file: string,
): Finding {
  const line = lineOf(text, hit.index);
  const names = [...new Set([...hit.characters].map(codePointName))].slice(0, 6).join(", ");
  const context = shown(
    text.slice(Math.max(0, hit.index - 20), hit.index + hit.characters.length + 20).replace(/\s+/g, " "),
    120,
  );
  const times = hit.count > 1 ? ` (${hit.count} places)` : "";
  const message = `Line ${line} holds ${kind.what}: ${names}${times}, in “${context}”. Remove it.`;
  return kind.level === "error"
    ? refusal(kind.rule, file, line, message)
    : warning("guildhall", kind.rule, file, line, message);
}

/** Line of a position, from 1. */
export function lineOf(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < index; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
