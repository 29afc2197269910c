import type { Measured } from "./measure";
import type { PageName } from "./pages";
import { costOf, type Protection } from "./protection";

export type Report = {
  measured: Measured[];
  protection: Map<PageName, Protection>;
  /** Of what, on what and when, a line each. */
  circumstances: string[];
};

const kb = (bytes: number) => (bytes / 1000).toFixed(bytes < 9_950 ? 1 : 0);
const ms = (value: number) => value.toFixed(value < 9.95 ? 1 : 0);
const times = (value: number) => `${value.toFixed(2)} ×`;
const percent = (value: number) => `${value >= 0 ? "+" : "−"}${Math.abs(value).toFixed(1)} %`;

const COLUMNS: [string, (row: Measured) => string][] = [
  ["Page", ({ page }) => page.title],
  ["HTML KB (gzip)", ({ htmlBytes, gzipBytes }) => `${kb(htmlBytes)} (${kb(gzipBytes)})`],
  ["JS KB gzip", ({ visit }) => kb(visit.scriptBytes)],
  ["SQL (round trips)", ({ statements }) => `${statements.statements} (${statements.roundTrips})`],
  ["p50 / p95 ms", ({ speed }) => `${ms(speed.p50)} / ${ms(speed.p95)}`],
  ["floor", ({ floor }) => `${ms(floor.p50)} / ${ms(floor.p95)}`],
  ["p50 of floor", ({ speed, floor }) => times(speed.p50 / floor.p50)],
  ["req/s (p95 ms), 8 clients", ({ speed }) => `${speed.perSecond.toFixed(0)} (${ms(speed.p95Loaded)})`],
  ["floor", ({ floor }) => `${floor.perSecond.toFixed(0)} (${ms(floor.p95Loaded)})`],
  ["req/s of floor", ({ speed, floor }) => times(speed.perSecond / floor.perSecond)],
];

type Goal = { name: string; limit: number; unit: string; isAtLeast?: true; read: (row: Measured) => number };

const GOALS: Goal[] = [
  { name: "SQL statements", limit: 6, unit: "", read: ({ statements }) => statements.statements },
  { name: "HTML", limit: 60, unit: " KB", read: ({ htmlBytes }) => htmlBytes / 1000 },
  { name: "JS of a first visit, gzip", limit: 140, unit: " KB", read: ({ visit }) => visit.scriptBytes / 1000 },
  { name: "p50 of the floor's", limit: 2, unit: " ×", read: ({ speed, floor }) => speed.p50 / floor.p50 },
  {
    name: "req/s of the floor's",
    limit: 0.7,
    unit: " ×",
    isAtLeast: true,
    read: ({ speed, floor }) => speed.perSecond / floor.perSecond,
  },
];

/** The report as Markdown: one table, then what was to be reached and whether it was. */
export function reportText({ measured, protection, circumstances }: Report): string {
  const head = COLUMNS.map(([name]) => name);
  const rows = measured.map((row) => COLUMNS.map(([, cell]) => cell(row)));
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    ...circumstances,
    "",
    line(head),
    line(head.map((_, column) => (column === 0 ? "---" : "---:"))),
    ...rows.map(line),
    "",
    ...GOALS.map((goal) => goalLine(goal, measured)),
    ...[...protection].map(([name, compared]) => protectionLine(name, compared)),
    "",
  ].join("\n");
}

function goalLine({ name, limit, unit, isAtLeast, read }: Goal, measured: Measured[]): string {
  const values = measured.map((row) => ({ title: row.page.title, value: read(row) }));
  values.sort((a, b) => (isAtLeast ? a.value - b.value : b.value - a.value));
  const missed = values.filter(({ value }) => (isAtLeast ? value < limit : value > limit));
  const worst = values[0];
  const figure = (value: number) => `${Number(value.toFixed(2))}${unit}`;
  const verdict =
    missed.length === 0
      ? `reached; the worst is ${worst ? `${worst.title} with ${figure(worst.value)}` : "none"}`
      : `missed by ${missed.map(({ title, value }) => `${title} (${figure(value)})`).join(", ")}`;
  return `- ${name} ${isAtLeast ? "≥" : "≤"} ${limit}${unit}: ${verdict}.`;
}

function protectionLine(name: PageName, compared: Protection): string {
  const { alone, together } = costOf(compared);
  const verdict = Math.max(alone, together) <= 15 ? "reached" : "missed";
  return `- Row-level security ≤ 15 % of a page: ${verdict} by ${name}: ${percent(alone)} at the p50, ${percent(together)} a request at 8 clients.`;
}
