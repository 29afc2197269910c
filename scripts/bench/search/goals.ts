import type { Quality } from "./ablation";
import type { Latency } from "./latency";
import type { Measures } from "./measures";
import type { Names, Tried } from "./names";
import type { PageSpeeds } from "./pages";
import type { Publishing } from "./publishing";

export type Figures = {
  quality: Quality | null;
  names: Names;
  latency: Latency[];
  publishing: Publishing;
  pages: PageSpeeds | null;
};

type Goal = { name: string; value: number; limit: number; unit: string; isAtLeast?: true; digits: number };

/** A line for each thing that has to hold or is reached for, with what was measured. */
export function goalLines(figures: Figures): string[] {
  const goals = [
    ...(figures.quality ? qualityGoals(figures.quality) : []),
    ...nameGoals(figures.names),
    ...latencyGoals(figures.latency),
    ms("Publishing costs for search, p50", figures.publishing.forSearch[0], 50),
    ...(figures.pages ? pageGoals(figures.pages) : []),
  ];
  return goals.map(lineOf);
}

const MEASURES: [keyof Measures, string][] = [
  ["hit1", "hit@1"],
  ["hit10", "hit@10"],
  ["mrr", "MRR@10"],
  ["ndcg", "nDCG@10"],
];
const REACH: Partial<Record<keyof Measures, number>> = { hit1: 0.44, hit10: 0.7, ndcg: 0.56 };

function qualityGoals({ baseline, whole }: Quality): Goal[] {
  const least = (name: string, value: number, limit: number): Goal => {
    return { name, value, limit, unit: "", isAtLeast: true, digits: 3 };
  };
  return MEASURES.flatMap(([measure, name]) => {
    const reach = REACH[measure];
    const beside = least(`${name} beside plain BM25`, whole[measure], baseline[measure]);
    return reach === undefined ? [beside] : [beside, least(`${name}, to be reached for`, whole[measure], reach)];
  });
}

function nameGoals({ exact, typos }: Names): Goal[] {
  const share = (name: string, tried: Tried, limit: number): Goal => {
    return { name, value: (100 * tried.right) / tried.all, limit, unit: " %", isAtLeast: true, digits: 2 };
  };
  return [
    ...[...exact].map(([kind, tried]) => share(`First when ${kind} is typed`, tried, 100)),
    ...[...typos].map(([kind, tried]) => share(`In the first three with a letter ${kind}`, tried, 95)),
  ];
}

function latencyGoals(latency: Latency[]): Goal[] {
  const [small, large] = [latency[0], latency.at(-1)];
  if (!small || !large || small === large) return [];
  const name = `p95 with ${large.skills.toLocaleString("en")} skills beside ${small.skills.toLocaleString("en")}`;
  return [times(name, large.phrases.p95 / small.phrases.p95, 4)];
}

function pageGoals({ browse, search, suggestions }: PageSpeeds): Goal[] {
  return [
    times("The search page's p50 beside the browse page's", search.p50 / browse.p50, 2),
    times("Suggestions' p95 beside the browse page's p50", suggestions.p95 / browse.p50, 1),
  ];
}

const ms = (name: string, value: number, limit: number): Goal => ({ name, value, limit, unit: " ms", digits: 1 });
const times = (name: string, value: number, limit: number): Goal => ({ name, value, limit, unit: " ×", digits: 2 });

export function lineOf({ name, value, limit, unit, isAtLeast, digits }: Goal): string {
  const figure = (one: number) => `${Number(one.toFixed(digits))}${unit}`;
  const lacks = isAtLeast ? limit - value : value - limit;
  const verdict = lacks <= 0 ? "reached" : `missed by ${figure(lacks)}`;
  return `- ${name} ${isAtLeast ? "≥" : "≤"} ${figure(limit)}: ${verdict}; ${figure(value)}.`;
}
