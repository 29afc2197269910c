import type { Reason, Scored } from "./score";

/** A skill near the query's meaning; `similarity` is the cosine, 1 for the same. */
export type Near = { number: number; similarity: number };

export type Ranked = { number: number; score: number; coverage: number; similarity: number; reasons: Reason[] };

/** How much meaning counts beside words when both are standardised over the best of their lists. */
export const MEANING_WEIGHT = 0.3;
/** A skill that only its meaning speaks for has to be this near. */
export const NEAR_ENOUGH = 0.35;
/** From here on, meaning alone is an answer. */
export const CLOSE_SIMILARITY = 0.5;
/** The share of the query's weight that has to be found for words alone to be an answer. */
export const CLOSE_COVERAGE = 0.4;
// Who is named stands above everything that any words can bring.
const IDENTITY_POINTS = 1_000;
const STANDARDISED = 100;
// What reaches less than this share of the best was found by a word that says nothing.
const FAINT = 0.1;

/**
 * One ranking of what words and what meaning found. Standardising both lists and adding them is, up to a constant, adding a
 * similarity's distance from the list's end times one factor: so points stay points, and every score is the sum of its reasons.
 * @param scored best first
 * @param near best first
 * @param named numbers of skills that are called exactly what was typed
 */
export function fuse(scored: Scored[], near: Near[], named: ReadonlySet<number>, typed: string): Ranked[] {
  const factor = factorOf(scored, near);
  const end = near.at(-1)?.similarity ?? 0;
  const all = new Map<number, Ranked>();
  for (const { number, points, coverage, reasons } of scored) {
    all.set(number, { number, score: points, coverage, similarity: 0, reasons: [...reasons] });
  }
  for (const number of named) {
    const one = all.get(number) ?? { number, score: 0, coverage: 1, similarity: 0, reasons: [] };
    const reason: Reason = { word: typed, matched: typed, field: "name", how: "identity", points: IDENTITY_POINTS };
    all.set(number, { ...one, coverage: 1, score: one.score + IDENTITY_POINTS, reasons: [reason, ...one.reasons] });
  }
  for (const { number, similarity } of near) {
    const known = all.get(number);
    if (!known && similarity < NEAR_ENOUGH) continue;
    const one = known ?? { number, score: 0, coverage: 0, similarity: 0, reasons: [] };
    const points = factor * (similarity - end);
    const reason: Reason = { word: typed, matched: "", field: "meaning", how: "meaning", points };
    all.set(number, { ...one, similarity, score: one.score + points, reasons: [...one.reasons, reason] });
  }
  return inOrder([...all.values()]);
}

function inOrder(all: Ranked[]): Ranked[] {
  all.sort((a, b) => b.score - a.score || a.number - b.number);
  const best = all.find(({ score }) => score < IDENTITY_POINTS)?.score ?? 0;
  return all.filter(({ score }) => score >= best * FAINT);
}

/** Points for one of similarity. */
function factorOf(scored: Scored[], near: Near[]): number {
  const similarities = near.slice(0, STANDARDISED).map((one) => one.similarity);
  const points = scored.slice(0, STANDARDISED).map((one) => one.points);
  const spread = deviation(similarities);
  if (spread === 0) return 0;
  // One or two skills say nothing of how far points are apart; a tenth of the best is what it usually is.
  const scale = Math.max(deviation(points), (points[0] ?? 10) / 10);
  return ((MEANING_WEIGHT / (1 - MEANING_WEIGHT)) * scale) / spread;
}

function deviation(values: number[]): number {
  if (values.length === 0) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** Whether the best is an answer, or only what comes nearest. */
export const isAnswer = (best: Ranked | undefined): boolean =>
  best !== undefined && (best.coverage >= CLOSE_COVERAGE || best.similarity >= CLOSE_SIMILARITY);
