import type { Ref, SelectHTMLAttributes } from "react";
import { classNames } from "../class-names";
import { ChevronDownIcon } from "../icons";

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectProps = SelectHTMLAttributes<HTMLSelectElement> & {
  ref?: Ref<HTMLSelectElement>;
  /** The choices; or give `<option>` children. */
  options?: SelectOption[];
};

/** The platform's own select: it works by keyboard, on a phone and without a script. */
export function Select({ className, options, children, ...rest }: SelectProps) {
  return (
    <span className={classNames("select", className)}>
      <select className="input" {...rest}>
        {options?.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
        {children}
      </select>
      <ChevronDownIcon />
    </span>
  );
}
