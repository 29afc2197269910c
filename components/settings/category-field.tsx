import { MAX_CATEGORIES } from "@/lib/inputs/settings-limits";
import { Button } from "../ui/action/button";
import { Checkbox } from "../ui/form/checkbox";
import { Icon } from "../ui/icons/icon";
import { CategoryRowField } from "./category-row";
import { type CategoryRow, type Draft, homelessSkills, type Sheet } from "./sheet";

type Props = {
  sheet: Sheet;
  type: (part: Partial<Draft>) => void;
  error?: string;
  /** How many skills would move as the service counted them, when it refused. */
  needed: number;
};

/** The hall's categories in their order. A renamed one keeps its skills; those of a removed one go to “other”. */
export function CategoryField({ sheet, type, error, needed }: Props) {
  const rows = sheet.draft.categories;
  const put = (categories: CategoryRow[]) => type({ categories });
  const moving = Math.max(homelessSkills(sheet), needed);
  return (
    <fieldset className="category-field" aria-describedby="categories-hint">
      <legend className="field-label">Categories</legend>
      <p id="categories-hint" className="field-hint">
        Skills are filed under one of these, or under “other”, which is always there. Renaming one keeps its skills in
        it.
      </p>
      <ol>
        {rows.map((row, at) => (
          <CategoryRowField
            key={row.key}
            row={row}
            at={at}
            isLast={at === rows.length - 1}
            rename={(name) => put(rows.map((one) => (one === row ? { ...row, name } : one)))}
            move={(to) => put(moved(rows, at, to))}
            remove={() => put(rows.filter((one) => one !== row))}
          />
        ))}
      </ol>
      {error && (
        <p className="field-error" role="alert">
          <Icon name="circle-alert" />
          <span>{error}</span>
        </p>
      )}
      {moving > 0 && (
        <Checkbox
          key={moving}
          className="mt-2"
          name="moves"
          value={moving}
          required
          label={`Move ${moving.toLocaleString("en")} ${moving === 1 ? "skill" : "skills"} to “other”`}
          hint="They are filed under a category that is no longer in the list."
        />
      )}
      {rows.length < MAX_CATEGORIES && (
        <Button size="sm" className="mt-2" onClick={() => put([...rows, newRow(rows)])}>
          <Icon name="plus" /> Add a category
        </Button>
      )}
    </fieldset>
  );
}

function newRow(rows: CategoryRow[]): CategoryRow {
  return { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, name: "", was: "", skills: 0 };
}

function moved(rows: CategoryRow[], from: number, to: number): CategoryRow[] {
  const others = rows.filter((_, at) => at !== from);
  return [...others.slice(0, to), ...rows.slice(from, from + 1), ...others.slice(to)];
}
