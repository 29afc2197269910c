/** A letter (or digit) of a script that leaves gaps between words, one of a script that leaves none, or a gap itself. */
export type CharacterKind = "letter" | "unspaced" | "space";

const LETTER = /[\p{L}\p{M}\p{N}]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;

const KINDS: CharacterKind[] = ["space", "letter", "unspaced"];
// What a character of the first plane is, once it has been asked for: its place in KINDS and one more.
const known = new Uint8Array(0x10000);

/** What stands at this place of a text; behind its end, a gap. */
export function kindOfCharacter(text: string, at: number): CharacterKind {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return "space";
  const isPaired = unit >= 0xd800 && unit < 0xe000;
  if (isPaired) return classify(String.fromCodePoint(text.codePointAt(at) ?? 0));
  if (known[unit] === 0) known[unit] = 1 + KINDS.indexOf(classify(String.fromCharCode(unit)));
  return KINDS[(known[unit] ?? 1) - 1] ?? "space";
}

function classify(character: string): CharacterKind {
  if (!LETTER.test(character) && character !== "ー") return "space";
  return UNSPACED.test(character) ? "unspaced" : "letter";
}
