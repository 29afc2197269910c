import { bestField, type Field } from "./fields";
import type { PostingList } from "./postings";

export type How = "identity" | "exact" | "stem" | "prefix" | "typo" | "meaning";

/** One way in which a sought word can be found: itself, a word that it begins, or one that it was a slip of. */
export type Way = { word: string; how: How; discount: number; df: number; list: PostingList | null };

/** A sought word with all its ways, of which in each skill the best one counts. */
export type Sought = { surface: string; count: number; ways: Way[] };

export type Reason = {
  /** As it was typed. */
  word: string;
  /** What it was matched with, in the skill. */
  matched: string;
  field: Field | "meaning";
  how: How;
  /** Its part of the score. */
  points: number;
};

export type Scored = { number: number; points: number; coverage: number; reasons: Reason[] };

/** What a skill gains that has all words of the query over one that has a single one, as a share of its points. */
export const COVERAGE_BONUS = 1;

/** How much a word tells: little when every skill of the hall has it. `df` of `total` skills do. */
export const idfOf = (df: number, total: number): number => Math.log(1 + (Math.max(total, df) - df + 0.5) / (df + 0.5));

/** A word that is said again in one query counts more, but not twice. */
const weightOf = (count: number): number => 1 + Math.log2(count) / 2;

/** What a sought word can bring at most; one that no skill has counts as if one had it. */
function massOf({ ways, count }: Sought, total: number): number {
  const df = ways.reduce((sum, way) => sum + way.df, 0);
  return weightOf(count) * idfOf(Math.max(df, 1), total);
}

/** The columns over all skills' numbers that one search adds up in. */
type Sums = { points: Float64Array; mass: Float64Array };

/**
 * BM25F of every skill that has a sought word, with a bonus for how much of the query it covers (by the words' idf);
 * the best first, of equal ones the older. Reasons are given for the best `most`.
 * @param total how many skills the hall has
 */
export function scoreSkills(sought: Sought[], total: number, most: number): Scored[] {
  const highest = sought.reduce(
    (max, { ways }) => ways.reduce((inner, { list }) => Math.max(inner, list?.numbers.at(-1) ?? -1), max),
    -1,
  );
  if (highest < 0) return [];
  const sums: Sums = { points: new Float64Array(highest + 1), mass: new Float64Array(highest + 1) };
  for (const one of sought) addUp(sums, one, total);
  const whole = sought.reduce((sum, one) => sum + massOf(one, total), 0);
  const found: Scored[] = [];
  for (let number = 0; number <= highest; number += 1) {
    const points = sums.points[number] ?? 0;
    if (points === 0) continue;
    const coverage = (sums.mass[number] ?? 0) / whole;
    found.push({ number, points: points * (1 + COVERAGE_BONUS * coverage), coverage, reasons: [] });
  }
  const best = found.sort((a, b) => b.points - a.points || a.number - b.number).slice(0, most);
  return explained(best, sought, total);
}

function addUp(sums: Sums, sought: Sought, total: number): void {
  const most = new Float64Array(sums.points.length);
  const touched: number[] = [];
  for (const way of sought.ways) {
    if (!way.list) continue;
    const factor = factorOf(way, sought, total);
    const { numbers, impacts } = way.list;
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] ?? 0;
      const points = factor * (impacts[at] ?? 0);
      if (most[number] === 0) touched.push(number);
      if (points > (most[number] ?? 0)) most[number] = points;
    }
  }
  const mass = massOf(sought, total);
  for (const number of touched) {
    sums.points[number] = (sums.points[number] ?? 0) + (most[number] ?? 0);
    sums.mass[number] = (sums.mass[number] ?? 0) + mass;
  }
}

/** Points for one of a posting's 65,535 parts. */
const factorOf = (way: Way, { count }: Sought, total: number): number =>
  (weightOf(count) * way.discount * idfOf(way.df, total)) / 65_535;

/** The best skills again, each with the words that it was found by; a reason's points include its part of the bonus. */
function explained(best: Scored[], sought: Sought[], total: number): Scored[] {
  const places = new Map(best.map((one, index) => [one.number, index]));
  for (const one of sought) {
    const found = new Map<number, Reason>();
    for (const way of one.ways) {
      const factor = factorOf(way, one, total);
      for (let at = 0; at < (way.list?.numbers.length ?? 0); at += 1) {
        const place = places.get(way.list?.numbers[at] ?? -1);
        const points = factor * (way.list?.impacts[at] ?? 0);
        if (place === undefined || points <= (found.get(place)?.points ?? 0)) continue;
        const field = bestField(way.list?.fields[at] ?? 0);
        found.set(place, { word: one.surface, matched: way.word, field, how: way.how, points });
      }
    }
    for (const [place, reason] of found) {
      const skill = best[place];
      if (skill) skill.reasons.push({ ...reason, points: reason.points * (1 + COVERAGE_BONUS * skill.coverage) });
    }
  }
  for (const { reasons } of best) reasons.sort((a, b) => b.points - a.points);
  return best;
}
