import type { ImportSummary, RefusedCandidate } from "@/lib/services/publish-import";

const number = (value: number) => value.toLocaleString("en");

/** What happened, and how often each rule refused. */
export function summaryLines(summary: ImportSummary, seconds: number): string[] {
  const { published, unchanged, refused } = summary;
  const nothing = published === 0 ? " Nothing was changed." : "";
  return [
    `${number(published)} published, ${number(unchanged)} unchanged, ${number(refused.length)} refused, in ${seconds.toFixed(1)} s.${nothing}`,
    ...rulesOf(refused).map(([rule, count]) => `  ${number(count).padStart(6)}  ${rule}`),
  ];
}

function rulesOf(refused: RefusedCandidate[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { rule } of refused) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** One refused skill a line: file, line, rule, reason, with tabs between. */
export function reportLines(refused: RefusedCandidate[]): string[] {
  const lineOf = (one: RefusedCandidate) => [one.where, one.line ?? "", one.rule, one.reason].map(plain).join("\t");
  return ["file\tline\trule\treason", ...refused.map(lineOf)];
}

const plain = (value: string | number) => String(value).replace(/\s+/g, " ");
