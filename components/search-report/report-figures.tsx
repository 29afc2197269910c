import { headFigures } from "./report-words";

type Figures = Parameters<typeof headFigures>[0];

/** The four figures of a period, each beside that of the period before. */
export function ReportFigures({ now, before }: { now: Figures; before: Figures }) {
  return (
    <dl className="report-figures">
      {headFigures(now, before).map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          <dd>{note}</dd>
        </div>
      ))}
    </dl>
  );
}
