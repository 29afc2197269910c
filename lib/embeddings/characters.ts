/** A letter (or digit) of a script that leaves gaps between words, one of a script that leaves none, or a gap itself. */
export type CharacterKind = "letter" | "unspaced" | "space";

/**
 * A text in NFKC and its UTF-16 units, with two zeros behind the end: so that one can look ahead without asking whether the
 * text goes on. Reading units is much faster than `charCodeAt`, which has to see each time what kind of string it is given.
 */
export type Characters = { text: string; units: Uint16Array };

export function charactersOf(written: string): Characters {
  const text = written.normalize("NFKC");
  const units = new Uint16Array(text.length + 2);
  Buffer.from(units.buffer).write(text, "utf16le");
  return { text, units };
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;

const KINDS: CharacterKind[] = ["space", "letter", "unspaced"];
// What a character of the first plane is, once it has been asked for: its place in KINDS and one more.
const known = new Uint8Array(0x10000);

/** What stands at this place of a text; behind its end, a gap. */
export function kindOfCharacter({ text, units }: Characters, at: number): CharacterKind {
  const kind = known[units[at] as number] as number;
  return KINDS[(kind || learned(text, units[at] as number, at)) - 1] as CharacterKind;
}

function learned(text: string, unit: number, at: number): number {
  const kind = 1 + KINDS.indexOf(classify(String.fromCodePoint(text.codePointAt(at) ?? 0)));
  // Half a pair does not say of itself what it is.
  const isPaired = unit >= 0xd800 && unit < 0xe000;
  if (!isPaired) known[unit] = kind;
  return kind;
}

function classify(character: string): CharacterKind {
  if (!LETTER.test(character) && character !== "ー") return "space";
  return UNSPACED.test(character) ? "unspaced" : "letter";
}

/** How many units the character at this place has. */
export const sizeAt = ({ units }: Characters, at: number): number =>
  ((units[at] as number) & 0xfc00) === 0xd800 && ((units[at + 1] as number) & 0xfc00) === 0xdc00 ? 2 : 1;
