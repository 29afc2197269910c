import { linePath } from "./bar-shapes";
import { ChartFrame } from "./chart-frame";

type Props = {
  title: string;
  summary: string;
  note: string;
  column: string;
  /** What the top of the scale, 1, is called. */
  top: string;
  /** From 0 to 1; null where there is nothing to say. */
  points: { label: string; value: number | null; text: string }[];
};

/** A share over time. */
export function LineChart({ title, summary, note, column, top, points }: Props) {
  const rows = points.map(({ label, text }) => ({ label, texts: [text] }));
  return (
    <ChartFrame title={title} summary={summary} note={note} columns={[column]} points={rows} top={top}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <path className="chart-half" d="M0 50H100" />
        <path className="chart-line" d={linePath(points.map(({ value }) => value))} />
      </svg>
    </ChartFrame>
  );
}
