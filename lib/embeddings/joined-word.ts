import { type Characters, kindOfCharacter, sizeAt } from "./characters";
import { LONGEST, NO_PARTS, type TakeChunk } from "./chunk";
import { inSmallLetters } from "./plain-word";

const [HASH, PLUS, HYPHEN, DOT, UNDERSCORE] = [35, 43, 45, 46, 95] as const;

/** Reads whatever word of spaced letters begins there, however many are joined in it, and gives its end. */
export function readJoined(characters: Characters, from: number, take: TakeChunk): number {
  const { text, units } = characters;
  const isDotName = units[from] === DOT;
  const parts: string[] = [];
  let [at, joiners, hasDot, bare] = [isDotName ? from + 1 : from, 0, isDotName, ""];
  for (;;) {
    const end = endOfLetters(characters, at);
    addCamelParts(parts, characters, at, end);
    bare += text.slice(at, end);
    at = end;
    const joiner = units[at];
    if (joiner !== HYPHEN && joiner !== UNDERSCORE && joiner !== DOT) break;
    if (kindOfCharacter(characters, at + 1) !== "letter") break;
    hasDot ||= joiner === DOT;
    joiners += 1;
    at += 1;
  }
  const joined = (hasDot ? text.slice(from, at) : bare).toLowerCase();
  const signs = signsAfter(characters, at);
  const isOne = parts.length === 1 && (isDotName || !hasDot);
  const isShort = joined.length <= LONGEST;
  const shown = isShort ? parts : parts.filter((part) => part.length <= LONGEST);
  take(isShort ? joined + signs : "", isOne ? NO_PARTS : shown, joiners === 0 && !hasDot && !isOne);
  return at + signs.length;
}

function endOfLetters(characters: Characters, from: number): number {
  let at = from;
  while (kindOfCharacter(characters, at) === "letter") at += sizeAt(characters, at);
  return at;
}

/** The `++` of `c++`, the `#` of `c#`: signs that end a word, and are not between two. */
function signsAfter(characters: Characters, at: number): string {
  const [first, second] = [characters.units[at], characters.units[at + 1]];
  const signs = first === HASH ? "#" : first === PLUS && second === PLUS ? "++" : "";
  return signs && kindOfCharacter(characters, at + signs.length) !== "letter" ? signs : "";
}

/** Of `readHTMLFile`, which stands there in a text, adds read, html, file. */
function addCamelParts(parts: string[], characters: Characters, from: number, end: number): void {
  const { units } = characters;
  let start = from;
  for (let at = from + 1; at < end; at++) {
    if (!isUpper(units[at] as number)) continue;
    const [before, next] = [units[at - 1] as number, units[at + 1] as number];
    const followsCapital = isUpper(before);
    const startsWord = followsCapital ? at + 1 < end && isLower(next) : isLower(before);
    // The last letter of a plural, as in `APIs`, begins no word.
    if (!startsWord || (followsCapital && end - at <= 2)) continue;
    parts.push(inSmallLetters(characters, start, at));
    start = at;
  }
  parts.push(inSmallLetters(characters, start, end));
}

function isUpper(unit: number): boolean {
  if (unit < 128) return unit >= 65 && unit <= 90;
  const character = String.fromCharCode(unit);
  return character !== character.toLowerCase();
}

function isLower(unit: number): boolean {
  if (unit < 128) return unit >= 97 && unit <= 122;
  const character = String.fromCharCode(unit);
  return character !== character.toUpperCase();
}
