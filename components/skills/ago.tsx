import { formatExactTime, formatRelativeTime } from "../ui/text/relative-time";

/** “3 hours ago” with the exact time on hover, in the fewest bytes: a skill's page has many. */
export function Ago({ date }: { date: Date }) {
  return <span title={formatExactTime(date)}>{formatRelativeTime(date)}</span>;
}
