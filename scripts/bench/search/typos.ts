import { randomFrom } from "@/db/seed/random";

export type Typo = { kind: string; typed: string };

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** A name four times, with one letter wrong, missing, doubled or swapped with the next; the same ones for the same seed. */
export function typosOf(name: string, seed: string): Typo[] {
  const random = randomFrom(seed);
  const places = [...name.matchAll(/[a-z](?=[a-z])/gi)].map((match) => match.index);
  const at = places[Math.floor(random() * places.length)];
  if (at === undefined) return [];
  const [before, letter, next, rest] = [name.slice(0, at), name[at] ?? "", name[at + 1] ?? "", name.slice(at + 2)];
  const other = LETTERS[(LETTERS.indexOf(letter.toLowerCase()) + 1 + Math.floor(random() * 25)) % 26] ?? "";
  const typos = [
    { kind: "wrong", typed: before + other + next + rest },
    { kind: "missing", typed: before + next + rest },
    { kind: "doubled", typed: before + letter + letter + next + rest },
    { kind: "swapped", typed: before + next + letter + rest },
  ];
  return typos.filter(({ typed }) => typed !== name);
}
