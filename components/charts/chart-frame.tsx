import type { ReactNode } from "react";
import { Cell, HeadCell, Row, Table, TBody, THead } from "../ui/table/table";

export type ChartPoint = {
  /** What the point stands for, in words: `21 Nov`, `week of 14 Sep`. */
  label: string;
  /** Its values as texts, one a column. */
  texts: string[];
};

type Props = {
  title: string;
  /** What it says in one sentence, for those who do not see it. */
  summary: string;
  note?: ReactNode;
  /** What the top of the scale means. */
  top: string;
  points: ChartPoint[];
  columns: string[];
  /** The drawing, in an SVG that fills its frame. */
  children: ReactNode;
};

/** A chart's frame: title, scale, first and last label, and all of it once more as a table. Drawn by the server, without a script. */
export function ChartFrame({ title, summary, note, top, points, columns, children }: Props) {
  return (
    <figure className="chart">
      <figcaption>
        <h3>{title}</h3>
        {note && <p>{note}</p>}
      </figcaption>
      <div className="chart-plot" role="img" aria-label={`${title}: ${summary}`}>
        <span className="chart-top">{top}</span>
        {children}
        <span className="chart-ends">
          <span>{points[0]?.label}</span>
          <span>{points.at(-1)?.label}</span>
        </span>
      </div>
      <details>
        <summary aria-label={`${title} as a table`}>As a table</summary>
        <Table caption={title}>
          <THead>
            <Row>
              <HeadCell>When</HeadCell>
              {columns.map((column) => (
                <HeadCell key={column} numeric>
                  {column}
                </HeadCell>
              ))}
            </Row>
          </THead>
          <TBody>
            {points.map(({ label, texts }) => (
              <Row key={label}>
                <Cell>{label}</Cell>
                {columns.map((column, index) => (
                  <Cell key={column} label={column} numeric>
                    {texts[index]}
                  </Cell>
                ))}
              </Row>
            ))}
          </TBody>
        </Table>
      </details>
    </figure>
  );
}
