import type { ReportDays } from "@/lib/inputs/search-report";

/** One UTC day's searches, added up. `day` is `2026-11-23`; `reciprocal` is the sum of one divided by each opened place. */
export type SearchDay = {
  day: string;
  searches: number;
  /** Without any result. */
  nothing: number;
  /** With results, of which none was close. */
  distant: number;
  /** After which a result was opened. */
  opened: number;
  reciprocal: number;
};

export type SearchFigures = {
  searches: number;
  nothing: number;
  distant: number;
  /** The share of searches after which a result was opened; null without searches. */
  clickThrough: number | null;
  /** Mean of one divided by the place of the result opened first: 1 when it is always the top one; null without clicks. */
  reciprocalRank: number | null;
};

/** Figures of one bar: a day, or seven days from this one on. */
export type SearchBucket = SearchFigures & { from: string };

const DAY = 86_400_000;

/** The first UTC day of the last `days` days, today among them; `back` periods earlier. */
export function firstDay(now: Date, days: ReportDays, back = 0): string {
  const today = Math.floor(now.getTime() / DAY);
  return dayOf(today - days + 1 - back * days);
}

/** This period in bars and in sum, and the one before in sum. Days for a week or a month, weeks of seven days for ninety. */
export function periodsOf(
  rows: SearchDay[],
  days: ReportDays,
  now: Date,
): { buckets: SearchBucket[]; now: SearchFigures; before: SearchFigures } {
  const start = firstDay(now, days);
  const [before, current] = [rows.filter(({ day }) => day < start), rows.filter(({ day }) => day >= start)];
  const width = days === 90 ? 7 : 1;
  const first = Date.parse(start) / DAY;
  // Ninety days are twelve weeks and six days: the first bar is the short one, so that the last ends today.
  const short = days % width;
  const starts = Array.from({ length: Math.ceil(days / width) }, (_, index) =>
    dayOf(index === 0 || short === 0 ? first + index * width : first + short + (index - 1) * width),
  );
  const buckets = starts.map((from, index) => {
    const until = starts[index + 1];
    return { from, ...figuresOf(current.filter(({ day }) => day >= from && (!until || day < until))) };
  });
  return { buckets, now: figuresOf(current), before: figuresOf(before) };
}

function figuresOf(rows: SearchDay[]): SearchFigures {
  const sum = (key: Exclude<keyof SearchDay, "day">) => rows.reduce((total, row) => total + row[key], 0);
  const [searches, opened] = [sum("searches"), sum("opened")];
  return {
    searches,
    nothing: sum("nothing"),
    distant: sum("distant"),
    clickThrough: searches === 0 ? null : opened / searches,
    reciprocalRank: opened === 0 ? null : sum("reciprocal") / opened,
  };
}

const dayOf = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);
