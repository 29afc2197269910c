import { MAX_CATEGORY } from "@/lib/inputs/settings-limits";
import { Button } from "../ui/action/button";
import { Input } from "../ui/form/input";
import { Icon } from "../ui/icons/icon";
import type { CategoryRow } from "./sheet";

type Props = {
  row: CategoryRow;
  at: number;
  isLast: boolean;
  rename: (name: string) => void;
  move: (to: number) => void;
  remove: () => void;
};

/** One category: its name, how many skills it holds, and its place in the list. */
export function CategoryRowField({ row, at, isLast, rename, move, remove }: Props) {
  const name = row.name || `Category ${at + 1}`;
  return (
    <li>
      <input type="hidden" name="was" value={row.was} />
      <Input
        name="category"
        aria-label={`Name of category ${at + 1}`}
        maxLength={MAX_CATEGORY}
        value={row.name}
        // A row appears when somebody asks for it, in order to name it.
        autoFocus={row.was === "" && row.name === ""}
        onChange={(event) => rename(event.target.value)}
      />
      <span className="category-count">{row.skills === 1 ? "1 skill" : `${row.skills} skills`}</span>
      <Button size="sm" variant="ghost" aria-label={`Move ${name} up`} disabled={at === 0} onClick={() => move(at - 1)}>
        <Icon name="chevron-up" />
      </Button>
      <Button size="sm" variant="ghost" aria-label={`Move ${name} down`} disabled={isLast} onClick={() => move(at + 1)}>
        <Icon name="chevron-down" />
      </Button>
      <Button size="sm" variant="ghost" aria-label={`Remove ${name}`} onClick={remove}>
        <Icon name="x" />
      </Button>
    </li>
  );
}
