import { Select } from "../ui/form/select";

const orders: Record<string, string> = {
  relevance: "Best match",
  rating: "Top rated",
  uses: "Most used",
  newest: "Newest",
  name: "Name",
};

type Props = {
  /** Empty for the usual order. */
  sort: string;
  usual: string;
};

/**
 * The order of a list. Choosing one shows it at once; without a script the form's button does. The usual order is sent as nothing,
 * so that searching in a list of the top rated gives the best matches.
 */
export function SortSelect({ sort, usual }: Props) {
  const others = Object.keys(orders).filter((order) => order !== usual && order !== "relevance");
  return (
    <Select
      key={`${sort} ${usual}`}
      name="sort"
      aria-label="Order"
      defaultValue={sort}
      options={["", ...others].map((value) => ({ value, label: orders[value || usual] ?? value }))}
    />
  );
}
