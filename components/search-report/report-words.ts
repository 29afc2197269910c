import { formatNumber } from "../ui/text/number-text";

type Figures = { searches: number; nothing: number; clickThrough: number | null; reciprocalRank: number | null };

/** `21 Nov` for a day, `week of 14 Sep` for a week. `from` is a UTC day, `2026-11-21`. */
export function whenText(from: string, days: number): string {
  const day = dayFormat.format(new Date(`${from}T00:00:00Z`));
  return days === 90 ? `week of ${day}` : day;
}

/** `38 %`, and a dash where there is nothing to take a share of. */
export const shareText = (share: number | null): string => (share === null ? "–" : `${Math.round(share * 100)} %`);

/** `0.62`, and a dash without clicks. */
export const rankText = (rank: number | null): string => (rank === null ? "–" : formatNumber(rank, 2));

/** How a count differs from that of the period before: `12 more than before`, `as many as before`. */
export function changeText(now: number, before: number): string {
  if (now === before) return "as many as before";
  return `${formatNumber(Math.abs(now - before))} ${now > before ? "more" : "fewer"} than before`;
}

/** What the figure was in the period before: `31 % before`. */
export const beforeText = (text: string): string => (text === "–" ? "none before" : `${text} before`);

/** The heads of the report's four figures. */
export function headFigures(now: Figures, before: Figures): { label: string; value: string; note: string }[] {
  const vain = (figures: Figures) => shareText(figures.searches === 0 ? null : figures.nothing / figures.searches);
  return [
    { label: "Searches", value: formatNumber(now.searches), note: changeText(now.searches, before.searches) },
    { label: "Found nothing", value: vain(now), note: beforeText(vain(before)) },
    { label: "Opened a result", value: shareText(now.clickThrough), note: beforeText(shareText(before.clickThrough)) },
    {
      label: "Mean reciprocal rank",
      value: rankText(now.reciprocalRank),
      note: beforeText(rankText(before.reciprocalRank)),
    },
  ];
}

const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
