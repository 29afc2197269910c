import { cpus } from "node:os";
import type { Quality } from "./ablation";
import { type Figures, goalLines } from "./goals";
import type { Latency } from "./latency";
import { asRow } from "./measures";
import type { Names, Tried } from "./names";
import type { PageSpeeds } from "./pages";
import type { Publishing } from "./publishing";

const NO_QUALITY =
  "How well search finds was not measured: that needs the development set, `../shared/corpus/search-dev.json.gz`.";

/** The report as Markdown: tables, then what has to hold and whether it does. */
export function searchReport(figures: Figures, circumstances: string[]): string {
  const { quality, names, latency, publishing, pages } = figures;
  const parts = [
    circumstances,
    quality ? qualityTable(quality) : [NO_QUALITY],
    namesTable(names),
    latencyTable(latency),
    costTable(publishing, pages),
    goalLines(figures),
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** When, on what and with what a run was made. */
export function circumstancesOf(database: string, content: string, neighbours: number, isQuick: boolean): string[] {
  const date = new Date().toISOString().slice(0, 10);
  const quick = isQuick ? "; a quick run with a tenth of the names, not to be quoted" : "";
  return [
    `${date}, ${cpus().length} cores (${cpus()[0]?.model.trim()}) shared by everything that runs${quick}.`,
    `Node ${process.versions.node}, ${database}; ${content}; ${neighbours} other halls of 100 skills in the same database.`,
  ];
}

const table = (head: string[], rows: string[]): string[] => [
  `| ${head.join(" | ")} |`,
  `| ${head.map((_, column) => (column === 0 ? "---" : "---:")).join(" | ")} |`,
  ...rows,
];

function qualityTable({ baseline, whole, without }: Quality): string[] {
  const rows = [
    asRow("plain BM25", baseline),
    asRow("**Guildhall**", whole),
    ...without.map(([name, measures]) => asRow(`without ${name}`, measures)),
  ];
  return [
    ...table(["Found", "hit@1", "hit@10", "MRR@10", "nDCG@10"], rows),
    "",
    "No document of the set has tags, and no phrase of it is a name or has a mistake: what those rows bring is in the next table.",
  ];
}

function namesTable({ exact, typos }: Names): string[] {
  const row = (what: string, { right, all, wrong }: Tried) =>
    `| ${what} | ${all.toLocaleString("en")} | ${right.toLocaleString("en")} | ${wrong.map((one) => `\`${one.replaceAll("|", " ")}\``).join(" ")} |`;
  return table(
    ["Typed", "tried", "found", "some that were not"],
    [
      ...[...exact].map(([kind, tried]) => row(`${kind}: first`, tried)),
      ...[...typos].map(([kind, tried]) => row(`the address, a letter ${kind}: in the first three`, tried)),
    ],
  );
}

const ms = (value: number) => value.toFixed(value < 9.95 ? 1 : 0);
const pair = ({ p50, p95 }: { p50: number; p95: number }) => `${ms(p50)} / ${ms(p95)}`;

function latencyTable(latency: Latency[]): string[] {
  return table(
    [
      "Skills in the hall",
      "a phrase, p50 / p95 ms",
      "a pasted task",
      "suggestions",
      "memory of the process MB",
      "index MB",
    ],
    latency.map(({ skills, phrases, tasks, typed, memoryMb, indexMb }) => {
      const cells = [pair(phrases), pair(tasks), pair(typed), memoryMb.toFixed(0), indexMb.toFixed(0)];
      return `| ${[skills.toLocaleString("en"), ...cells].join(" | ")} |`;
    }),
  );
}

function costTable({ whole, forSearch }: Publishing, pages: PageSpeeds | null): string[] {
  const without: [number, number] = [whole[0] - forSearch[0], whole[1] - forSearch[1]];
  const cell = ([p50, p95]: [number, number]) => `${ms(p50)} / ${ms(p95)}`;
  return table(
    ["Whole", "p50 / p95 ms"],
    [
      `| Publishing a skill | ${cell(whole)} |`,
      `| Publishing without index and vector | ${cell(without)} |`,
      ...(pages
        ? [
            `| Browse page | ${pair(pages.browse)} |`,
            `| Search page | ${pair(pages.search)} |`,
            `| Suggestions | ${pair(pages.suggestions)} |`,
          ]
        : []),
    ],
  );
}
