import { kindOfCharacter } from "./characters";

/** A run of text without a gap: what it is as one word, and the words inside it (none when it is one word only). */
export type Chunk = { whole: string; parts: string[]; isCamel: boolean };

// Longer ones are keys, hashes and encoded files: no word of a language, and no name that anybody searches for.
const LONGEST = 40;

/** The words of a text, in order: of `code-review` both `code`, `review` and `codereview`. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { whole, parts } of chunksOf(text)) {
    words.push(...parts);
    if (whole) words.push(whole);
  }
  return words;
}

/**
 * The runs of a text. It walks once over the characters, without expressions that could go back and forth, so the time
 * grows with the length and nothing else.
 */
export function chunksOf(text: string): Chunk[] {
  const characters = text.normalize("NFKC");
  const chunks: Chunk[] = [];
  let at = 0;
  while (at < characters.length) {
    const kind = kindOfCharacter(characters, at);
    if (kind === "unspaced") at = readUnspaced(characters, at, chunks);
    else if (kind === "letter" || startsDotName(characters, at)) at = readChunk(characters, at, chunks);
    else at += 1;
  }
  return chunks;
}

/** `.net` at the beginning of a word; not the dot of `end.Next`, which is inside one. */
function startsDotName(text: string, at: number): boolean {
  if (text[at] !== "." || kindOfCharacter(text, at + 1) !== "letter") return false;
  return at === 0 || kindOfCharacter(text, at - 1) === "space";
}

/** Chinese, Japanese, Korean, Thai …: each pair of neighbours is a word, since no gap says where one ends. */
function readUnspaced(text: string, from: number, chunks: Chunk[]): number {
  let end = from;
  while (kindOfCharacter(text, end) === "unspaced") end += sizeAt(text, end);
  const run = [...text.slice(from, end).toLowerCase()];
  if (run.length === 1) chunks.push({ whole: run[0] ?? "", parts: [], isCamel: false });
  for (let index = 0; index + 1 < run.length; index++) {
    chunks.push({ whole: `${run[index]}${run[index + 1]}`, parts: [], isCamel: false });
  }
  return end;
}

function readChunk(text: string, from: number, chunks: Chunk[]): number {
  const end = endOfPlainWord(text, from);
  if (end > from) {
    const whole = end - from <= LONGEST ? text.slice(from, end).toLowerCase() : "";
    chunks.push({ whole, parts: NONE, isCamel: false });
    return end;
  }
  return readJoined(text, from, chunks);
}

/** Where a word ends that is plain from end to end, as nearly all are; `from` if it wants a closer look. */
function endOfPlainWord(text: string, from: number): number {
  let at = from + 1;
  while (isPlainAt(text.charCodeAt(at))) at += 1;
  const next = text.charCodeAt(at);
  const isPlain = text.charCodeAt(from) < 128 && text[from] !== "." && !(next >= 65 && next <= 90) && !(next > 127);
  return isPlain && !JOINERS_AND_SIGNS.includes(next) ? at : from;
}

const JOINERS_AND_SIGNS = [..."-_.+#"].map((sign) => sign.charCodeAt(0));
const isPlainAt = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
const NONE: string[] = [];

function readJoined(text: string, from: number, chunks: Chunk[]): number {
  const pieces: string[] = [];
  let [at, joiners, hasDot] = [text[from] === "." ? from + 1 : from, 0, text[from] === "."];
  for (;;) {
    const end = endOfLetters(text, at);
    pieces.push(text.slice(at, end));
    at = end;
    const joiner = text[at];
    if (joiner !== "-" && joiner !== "_" && joiner !== ".") break;
    if (kindOfCharacter(text, at + 1) !== "letter") break;
    hasDot ||= joiner === ".";
    joiners += 1;
    at += 1;
  }
  const signs = signsAfter(text, at);
  chunks.push(chunkOf(pieces, text.slice(from, at), signs, { hasDot, joiners }));
  return at + signs.length;
}

function endOfLetters(text: string, from: number): number {
  let at = from;
  while (kindOfCharacter(text, at) === "letter") at += sizeAt(text, at);
  return at;
}

/** The `++` of `c++`, the `#` of `c#`: signs that end a word, and are not between two. */
function signsAfter(text: string, at: number): string {
  const signs = text[at] === "#" ? "#" : text[at] === "+" && text[at + 1] === "+" ? "++" : "";
  return signs && kindOfCharacter(text, at + signs.length) !== "letter" ? signs : "";
}

function chunkOf(
  pieces: string[],
  written: string,
  signs: string,
  { hasDot, joiners }: { hasDot: boolean; joiners: number },
): Chunk {
  const parts = pieces.flatMap(camelParts).map((part) => part.toLowerCase());
  const joined = hasDot ? written.toLowerCase() : pieces.join("").toLowerCase();
  const whole = joined.length <= LONGEST ? joined + signs : "";
  if (parts.length === 1 && !hasDot) return { whole, parts: [], isCamel: false };
  const isDotName = written.startsWith(".") && parts.length === 1;
  const shown = isDotName ? [] : parts.filter((part) => part.length <= LONGEST);
  return { whole, parts: shown, isCamel: joiners === 0 && !hasDot };
}

/** `readHTMLFile` → read, HTML, File. */
function camelParts(piece: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 1; at < piece.length; at++) {
    const startsWord =
      isUpper(piece, at) && (isLower(piece, at - 1) || (isUpper(piece, at - 1) && isLower(piece, at + 1)));
    // The last letter of a plural, as in `APIs`, begins no word.
    if (!startsWord || (isUpper(piece, at - 1) && piece.length - at <= 2)) continue;
    parts.push(piece.slice(from, at));
    from = at;
  }
  parts.push(piece.slice(from));
  return parts;
}

function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 65 && code <= 90;
  return at < text.length && text[at] !== text[at]?.toLowerCase();
}

function isLower(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 97 && code <= 122;
  return at < text.length && text[at] !== text[at]?.toUpperCase();
}

const sizeAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
