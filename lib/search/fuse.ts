import type { Reason, Scored } from "./score";

/** A skill near the query's meaning; `similarity` is the cosine, 1 for the same. */
export type Near = { number: number; similarity: number };

export type Ranked = { number: number; score: number; coverage: number; similarity: number; reasons: Reason[] };

const POINTS_WITHOUT_WORDS = 10;
/** A skill that only its meaning speaks for has to be this near. */
export const NEAR_ENOUGH = 0.35;
/** From here on, meaning alone is an answer. */
export const CLOSE_SIMILARITY = 0.6;
/** The share of the query's weight that has to be found for words alone to be an answer. */
export const CLOSE_COVERAGE = 0.4;
// Who is named stands above everything that any words can bring.
export const IDENTITY_POINTS = 1_000;
// What reaches less than this share of the best was found by a word that says nothing.
const FAINT = 0.1;

/**
 * One ranking of what words and what meaning found: those that only meaning speaks for follow, the nearest first. Where words
 * account for less than the whole query, `withMeaning` weighs the two afterwards.
 * @param scored best first
 * @param near best first
 * @param named numbers of skills that are called exactly what was typed
 */
export function fuse(scored: Scored[], near: Near[], named: ReadonlySet<number>, typed: string): Ranked[] {
  const found = new Map<number, Ranked>();
  for (const { number, points, coverage, reasons } of scored) {
    found.set(number, { number, score: points, coverage, similarity: 0, reasons });
  }
  for (const number of named) {
    const one = found.get(number) ?? { number, score: 0, coverage: 1, similarity: 0, reasons: [] };
    const reason: Reason = { word: typed, matched: typed, field: "name", how: "identity", points: IDENTITY_POINTS };
    found.set(number, { ...one, coverage: 1, score: one.score + IDENTITY_POINTS, reasons: [reason, ...one.reasons] });
  }
  const byWords = inOrder([...found.values()]);
  const ceiling = byWords.at(-1)?.score ?? POINTS_WITHOUT_WORDS;
  const byMeaning = near.filter(({ number, similarity }) => !found.has(number) && similarity >= NEAR_ENOUGH);
  return [...byWords, ...byMeaning.map((one) => meant(one, Math.min(ceiling, POINTS_WITHOUT_WORDS), typed))];
}

/** Its points are its similarity's share of the least that words have brought. */
function meant({ number, similarity }: Near, ceiling: number, typed: string): Ranked {
  const points = similarity * ceiling;
  const reason: Reason = { word: typed, matched: "", field: "meaning", how: "meaning", points };
  return { number, score: points, coverage: 0, similarity, reasons: [reason] };
}

function inOrder(all: Ranked[]): Ranked[] {
  all.sort((a, b) => b.score - a.score || a.number - b.number);
  const best = all.find(({ score }) => score < IDENTITY_POINTS)?.score ?? 0;
  return all.filter(({ score }) => score >= best * FAINT);
}

/** Whether the best is an answer, or only what comes nearest. */
export const isAnswer = (best: Ranked | undefined): boolean =>
  best !== undefined && (best.coverage >= CLOSE_COVERAGE || best.similarity >= CLOSE_SIMILARITY);
