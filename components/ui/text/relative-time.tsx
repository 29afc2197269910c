export type RelativeTimeProps = {
  date: Date | string | number;
  /** The moment it is relative to; now unless told. */
  now?: Date;
  className?: string;
};

/** “3 hours ago”, with the exact time on hover. Rendered by the server; it does not tick. */
export function RelativeTime({ date, now, className }: RelativeTimeProps) {
  const moment = new Date(date);
  return (
    <time
      dateTime={moment.toISOString()}
      title={formatExactTime(moment)}
      className={className}
      suppressHydrationWarning
    >
      {formatRelativeTime(moment, now)}
    </time>
  );
}

/** `14 May 2026, 09:03 UTC`: the same words for every reader, wherever the server stands. */
export function formatExactTime(date: Date): string {
  return `${exact.format(date)} UTC`;
}

/** The distance in the largest unit that fits: `just now`, `3 hours ago`, `in 2 days`, `last month`. */
export function formatRelativeTime(date: Date, now: Date = new Date()): string {
  const seconds = (date.getTime() - now.getTime()) / 1000;
  if (Math.abs(seconds) < 45) return "just now";
  for (const [unit, size, limit] of units) {
    const count = Math.round(seconds / size);
    if (Math.abs(count) < limit) return words.format(count, unit);
  }
  return words.format(Math.round(seconds / year), "year");
}

const year = 365.25 * 86_400;
const units: [Intl.RelativeTimeFormatUnit, number, number][] = [
  ["minute", 60, 60],
  ["hour", 3_600, 24],
  ["day", 86_400, 30],
  ["month", year / 12, 12],
];
const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const exact = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
