import { BarChart } from "../charts/bar-chart";
import { LineChart } from "../charts/line-chart";
import { rankText, shareText, whenText } from "./report-words";

type Bucket = {
  from: string;
  searches: number;
  nothing: number;
  clickThrough: number | null;
  reciprocalRank: number | null;
};

type Props = { days: number; buckets: Bucket[]; now: Omit<Bucket, "from"> };

/** What a period looked like, a day or a week at a time. */
export function ReportCharts({ days, buckets, now }: Props) {
  const label = ({ from }: Bucket) => whenText(from, days);
  return (
    <div className="report-charts">
      <BarChart
        title="Searches"
        summary={`${now.searches} in ${days} days, of which ${now.nothing} found nothing.`}
        columns={["Searches", "Found nothing"]}
        bars={buckets.map((bucket) => ({ label: label(bucket), value: bucket.searches, part: bucket.nothing }))}
      />
      <LineChart
        title="Click-through"
        summary={`${shareText(now.clickThrough)} over ${days} days.`}
        note="Searches after which a result was opened."
        column="Opened a result"
        top="100 %"
        points={buckets.map((bucket) => ({
          label: label(bucket),
          value: bucket.clickThrough,
          text: shareText(bucket.clickThrough),
        }))}
      />
      <LineChart
        title="Mean reciprocal rank"
        summary={`${rankText(now.reciprocalRank)} over ${days} days.`}
        note="1.00 when the first result is always the one that is opened, 0.50 for the second."
        column="Mean reciprocal rank"
        top="1.00"
        points={buckets.map((bucket) => ({
          label: label(bucket),
          value: bucket.reciprocalRank,
          text: rankText(bucket.reciprocalRank),
        }))}
      />
    </div>
  );
}
