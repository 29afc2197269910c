import { type Bar, barShapes, roundTop } from "./bar-shapes";
import { ChartFrame, type ChartPoint } from "./chart-frame";

type Props = {
  title: string;
  summary: string;
  /** What the whole bar counts, and what the marked part of it does. */
  columns: [whole: string, part: string];
  bars: (Bar & { label: string })[];
};

/** Counts over time, each with a part that is told apart. */
export function BarChart({ title, summary, columns, bars }: Props) {
  const top = roundTop(bars.map(({ value }) => value));
  const points: ChartPoint[] = bars.map(({ label, value, part }) => ({ label, texts: [String(value), String(part)] }));
  return (
    <ChartFrame
      title={title}
      summary={summary}
      columns={columns}
      points={points}
      top={top.toLocaleString("en")}
      note={<Legend columns={columns} />}
    >
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {barShapes(bars, top).map(({ whole, part }, index) => (
          <g key={bars[index]?.label}>
            <title>{`${bars[index]?.label}: ${bars[index]?.value}, ${columns[1].toLowerCase()} ${bars[index]?.part}`}</title>
            <rect className="chart-bar" {...whole} />
            <rect className="chart-part" {...part} />
          </g>
        ))}
      </svg>
    </ChartFrame>
  );
}

function Legend({ columns: [whole, part] }: Pick<Props, "columns">) {
  return (
    <span className="chart-legend">
      <span className="chart-key chart-key-bar">{whole}</span>
      <span className="chart-key chart-key-part">{part}</span>
    </span>
  );
}
