// Words that mean the same and share no rule.
const IRREGULAR = new Map([
  ["analysis", "analyz"],
  ["analyses", "analyz"],
  ["children", "child"],
  ["indices", "index"],
  ["matrices", "matrix"],
  ["people", "person"],
  ["wrote", "writ"],
  ["written", "writ"],
  ["built", "build"],
  ["sent", "send"],
]);

const HAS_VOWEL = /[aeiouy]/;

/**
 * What an English word's forms have in common, by a few careful rules: fewer than Porter's, which found less, and a word that is
 * cut too short is no longer what somebody begins to type. Other words come back as they are.
 * @param word in lower case
 */
export function stemOf(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return IRREGULAR.get(word) ?? closed(inflected(singular(word)), word);
}

function singular(word: string): string {
  if (!word.endsWith("s") || /[sui]s$/.test(word)) return word;
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /(?:ss|x|z|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

/** Without -ing or -ed, and without the consonant that was doubled before them. */
function inflected(word: string): string {
  const ending = word.endsWith("ing") ? "ing" : word.endsWith("ed") ? "ed" : null;
  if (ending === null || word.endsWith("eed")) return word;
  const stem = word.slice(0, -ending.length);
  if (stem.length < 3 || !HAS_VOWEL.test(stem)) return word;
  return /([bdfgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}

/** Without what a following ending would have dropped or changed: the last e, a y, the British s. */
function closed(word: string, written: string): string {
  const stem = word.length > 4 && word.endsWith("e") ? word.slice(0, -1) : word;
  if (stem.endsWith("y")) return stem.replace(/([^aeiou])y$/, "$1i");
  const isBritish = stem.length > 5 && stem.endsWith("s") && /[^s][iy]s$/.test(stem) && stem !== written;
  return isBritish ? `${stem.slice(0, -1)}z` : stem;
}

const IRREGULAR_STEMS = new Set(IRREGULAR.values());

/** The letters with which each word of this stem begins, whatever it ends with. */
export function beginningOf(stem: string): string {
  const length = IRREGULAR_STEMS.has(stem) ? 2 : Math.max(2, Math.min(4, stem.length - 2));
  return stem.slice(0, length);
}
