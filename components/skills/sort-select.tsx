import { Select } from "../ui/form/select";
import { SendOnChange } from "./send-on-change";

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
 * The order of a list. Choosing one sends the form; without a script its button does. The usual order is sent as nothing,
 * so that searching in a list of the top rated gives the best matches.
 */
export function SortSelect({ sort, usual }: Props) {
  const others = Object.keys(orders).filter((order) => order !== usual && order !== "relevance");
  return (
    <>
      <Select
        key={`${sort} ${usual}`}
        name="sort"
        aria-label="Order"
        defaultValue={sort}
        options={["", ...others].map((value) => ({ value, label: orders[value || usual] ?? value }))}
      />
      <SendOnChange />
    </>
  );
}
