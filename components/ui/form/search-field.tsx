import type { InputHTMLAttributes } from "react";
import { classNames } from "../class-names";
import { Icon } from "../icons/icon";
import { Kbd } from "../text/kbd";

export type SearchFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & {
  /** The field's accessible name. */
  label: string;
  /** The key that reaches the field, shown in it. */
  hotkey?: string;
  /** Smaller and with a lighter edge, for a header or a toolbar. */
  quiet?: boolean;
};

/** A search box; the form around it says where the search goes. */
export function SearchField({ label, hotkey, quiet, className, name = "q", ...rest }: SearchFieldProps) {
  return (
    <span className={classNames("search-field", quiet && "search-field-quiet", className)}>
      <Icon name="search" />
      <input type="search" name={name} aria-label={label} className="input" autoComplete="off" {...rest} />
      {hotkey && <Kbd aria-hidden>{hotkey}</Kbd>}
    </span>
  );
}
