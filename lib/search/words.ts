import { stemOf } from "./stem";

/** A word of a text: as it is indexed, as it was written (lower case, without accents), and where. */
export type Word = { stem: string; surface: string; start: number; end: number };

// Written without spaces, so that a word's limits cannot be seen: two neighbouring signs at a time are sought instead.
const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const RUNS = new RegExp(`[${UNSPACED}\\p{M}ー]+|[^${UNSPACED}]+`, "gu");
const IS_UNSPACED = new RegExp(`[${UNSPACED}]`, "u");
// One or several words held together by hyphens, dots or the like; C++, C# and .NET keep their signs.
const COMPOUND = /(?:\.(?=[nN][eE][tT]))?[\p{L}\p{N}\p{M}]+(?:[-_.'’&‐‑][\p{L}\p{N}\p{M}]+)*(?:\+\+|#)?/gu;
// The same for a text of plain letters, several times as fast.
const PLAIN_COMPOUND = /(?:\.(?=[nN][eE][tT]))?[A-Za-z0-9]+(?:[-_.'&][A-Za-z0-9]+)*(?:\+\+|#)?/g;
const IS_OTHER = /[\u0080-\uffff]/;
// Most of a text is this: a word, and what ends a clause.
const PLAIN_WORD = /^([A-Z]?[a-z0-9]+)[,;:!?)]*\.?$/;
const MAX_LENGTH = 40;

/** As words are compared: compatible forms made one. Everything that gives places in a text expects the text in this form. */
export const normalised = (text: string): string => text.normalize("NFKC").replace(/[\0\p{Cs}]/gu, " ");

/** All words of a normalised text in their order. A compound gives its parts and then itself, joined. Never throws. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  // A text says most of what it says more than once.
  const known = new Map<string, Word[]>();
  for (const { 0: chunk, index } of text.matchAll(/\S+/g)) {
    let inside = known.get(chunk);
    if (!inside) {
      inside = wordsOfChunk(chunk);
      known.set(chunk, inside);
    }
    for (const { stem, surface, start, end } of inside)
      words.push({ stem, surface, start: start + index, end: end + index });
  }
  return words;
}

function wordsOfChunk(chunk: string): Word[] {
  const words: Word[] = [];
  const plain = PLAIN_WORD.exec(chunk)?.[1];
  if (plain) {
    push(words, plain.toLowerCase().slice(0, MAX_LENGTH), 0, plain.length);
    return words;
  }
  const pattern = IS_OTHER.test(chunk) ? COMPOUND : PLAIN_COMPOUND;
  for (const match of chunk.matchAll(pattern)) addCompound(words, match[0], match.index);
  return words;
}

function addCompound(words: Word[], compound: string, start: number): void {
  if (IS_OTHER.test(compound) && IS_UNSPACED.test(compound)) addUnspaced(words, compound, start);
  else for (const { text, at, length } of spokenParts(compound)) push(words, folded(text), start + at, length);
}

function push(words: Word[], surface: string, start: number, length: number): void {
  if (surface !== "") words.push({ stem: stemOf(surface), surface, start, end: start + length });
}

type Part = { text: string; at: number };

/** What a compound is indexed as: itself, or its parts and then the whole of them. */
function spokenParts(compound: string): (Part & { length: number })[] {
  const whole = { text: compound, at: 0, length: compound.length };
  // Most words are this plain. C++, C# and .NET are no compounds.
  if (/^[A-Z]?(?:[a-z0-9]+|[A-Z]*)$|(?:\+\+|#)$|^\./.test(compound)) return [whole];
  const parts = partsOf(compound);
  if (parts.length === 1) return [whole];
  const text = parts.map((part) => part.text).join("");
  const joint = text.length < MAX_LENGTH ? [{ ...whole, text }] : [];
  return [...parts.map((part) => ({ ...part, length: part.text.length })), ...joint];
}

/** Bare, and not longer than a word is. */
const folded = (text: string): string =>
  bare(text)
    .slice(0, MAX_LENGTH)
    .replace(/\p{Cs}$/u, "");

/** Lower case, without accents and apostrophes. */
function bare(text: string): string {
  const plain = IS_OTHER.test(text)
    ? text
        .normalize("NFKD")
        .replace(/[\u0300-\u036f]/g, "")
        .normalize("NFC")
    : text;
  return plain.toLowerCase().replace(/['’]s?$|['’]/g, "");
}

function partsOf(compound: string): Part[] {
  // 1.2.3 is one number, not three.
  if (/^\d+(?:\.\d+)+$/.test(compound)) return [{ text: compound, at: 0 }];
  return [...compound.matchAll(/[^-_.&‐‑]+/g)].flatMap((match) => humpsOf(match[0], match.index));
}

/** `useEffect` and `CodeReviewBot` are several words; `GitHub` and `TypeScript` are names, and stay whole. */
function humpsOf(text: string, at: number): Part[] {
  if (!/\p{Ll}\p{Lu}/u.test(text)) return [{ text, at }];
  const humps = [...text.matchAll(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}]+/gu)];
  const isName = /^\p{Lu}/u.test(text) && humps.length < 3;
  return isName ? [{ text, at }] : humps.map((hump) => ({ text: hump[0], at: at + hump.index }));
}

function addUnspaced(words: Word[], compound: string, start: number): void {
  for (const run of compound.matchAll(RUNS)) {
    const at = start + run.index;
    if (!IS_UNSPACED.test(run[0])) {
      for (const word of wordsIn(run[0])) words.push({ ...word, start: word.start + at, end: word.end + at });
      continue;
    }
    const signs = [...run[0].matchAll(/./gu)];
    for (const [index, sign] of signs.entries()) {
      const next = signs[index + 1];
      if (!next && index > 0) continue;
      const pair = sign[0] + (next?.[0] ?? "");
      words.push({ stem: pair, surface: pair, start: at + sign.index, end: at + sign.index + pair.length });
    }
  }
}

/** A name as one word, however it is written and however long: `Code Review`, `code-review` and `codereview` are the same. */
export function joined(name: string): string {
  const folds = normalised(name).match(/[\p{L}\p{N}\p{M}]+(?:\+\+|#)?/gu) ?? [];
  return folds.map(bare).join("");
}

/** The word of its own under which a name is indexed; no text contains it. */
export const identityOf = (name: string): string =>
  `=${joined(name)
    .slice(0, MAX_NAME)
    .replace(/\p{Cs}$/u, "")}`;

/** A name's letters beyond these do not tell it from others. */
export const MAX_NAME = 120;
