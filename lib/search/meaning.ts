import { IDENTITY_POINTS, type Ranked } from "./fuse";

/** However little the words account for, they keep a say: two words in common are worth more than a likeness. */
const MOST = 0.8;

/**
 * The share of a search that meaning decides, 0 to 0.8: what of the query's weight the best skill's words leave unaccounted for.
 * Where one skill has all that was typed, the words have said everything; what somebody describes in words of their own
 * is found by a few of them at best. Measured on sentences and phrases cut out of skills (docs/decisions/search-index.md).
 * @param ranked by words, best first
 */
export function meaningShare(ranked: readonly Ranked[]): number {
  const best = ranked.find(({ coverage }) => coverage > 0);
  if (!best || best.score >= IDENTITY_POINTS) return 0;
  return Math.min(MOST, 1 - best.coverage);
}

/**
 * The same skills with meaning's points: the likest skill gains as many as make that share of a score, beside the best that
 * words have brought; the others in proportion. In no order.
 * @param similarities by number, the cosine; a skill that has none gains nothing
 */
export function withMeaning(
  ranked: readonly Ranked[],
  similarities: ReadonlyMap<number, number>,
  { share, typed }: { share: number; typed: string },
): Ranked[] {
  const nearest = Math.max(0, ...similarities.values());
  const best = ranked.find(({ coverage }) => coverage > 0)?.score ?? 0;
  if (nearest === 0 || best === 0 || share === 0) return [...ranked];
  const factor = ((share / (1 - share)) * best) / nearest;
  return ranked.map((one) => {
    const similarity = Math.max(0, similarities.get(one.number) ?? 0);
    const byWords = one.reasons.filter(({ how }) => how !== "meaning");
    const points = factor * similarity;
    if (points === 0) return one;
    const reason = { word: typed, matched: "", field: "meaning", how: "meaning", points } as const;
    const score = byWords.reduce((sum, { points }) => sum + points, points);
    return { ...one, similarity, score, reasons: [...byWords, reason].sort((a, b) => b.points - a.points) };
  });
}
