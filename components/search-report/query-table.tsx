import { EmptyState } from "../ui/feedback/empty-state";
import { Cell, HeadCell, Row, Table, TBody, THead } from "../ui/table/table";
import { NumberText } from "../ui/text/number-text";
import { shareText } from "./report-words";

export type QueryList = "top" | "rising" | "nothing" | "distant";

type SoughtQuery = {
  query: string;
  searches: number;
  before: number;
  nothing: number;
  distant: number;
  opened: number;
};

/** What each list is called, and what stands in its place while it is empty. */
export const queryLists: Record<QueryList, { label: string; empty: string }> = {
  top: { label: "Most sought", empty: "Nothing was searched for in these days." },
  rising: { label: "Rising", empty: "No search became more frequent than in the days before." },
  nothing: { label: "Found nothing", empty: "Every search found something." },
  distant: { label: "Nothing close", empty: "Every search that found something found something close." },
};

/** Queries with their counts; by nobody, at no time. What is nought is left out, and on a phone its line with it. */
export function QueryTable({ list, queries }: { list: QueryList; queries: SoughtQuery[] }) {
  const { label, empty } = queryLists[list];
  if (queries.length === 0) return <EmptyState title={empty} />;
  return (
    <Table caption={label}>
      <THead>
        <Row>
          <HeadCell>Search</HeadCell>
          <HeadCell numeric>Searches</HeadCell>
          <HeadCell numeric>Period before</HeadCell>
          <HeadCell numeric>Found nothing</HeadCell>
          <HeadCell numeric>Nothing close</HeadCell>
          <HeadCell numeric>Opened a result</HeadCell>
        </Row>
      </THead>
      <TBody>
        {queries.map(({ query, searches, before, nothing, distant, opened }) => (
          <Row key={query}>
            <Cell>
              <a className="report-query" href={`/skills?q=${encodeURIComponent(query)}`}>
                {query}
              </a>
            </Cell>
            <Cell label="Searches" numeric>
              <NumberText value={searches} />
            </Cell>
            <Cell label="Period before" numeric>
              <NumberText value={before} />
            </Cell>
            <Cell label="Found nothing" numeric>
              {nothing > 0 && <NumberText value={nothing} />}
            </Cell>
            <Cell label="Nothing close" numeric>
              {distant > 0 && <NumberText value={distant} />}
            </Cell>
            <Cell label="Opened a result" numeric>
              {shareText(searches === 0 ? null : opened / searches)}
            </Cell>
          </Row>
        ))}
      </TBody>
    </Table>
  );
}
