import type { Ref, SelectHTMLAttributes } from "react";
import { classNames } from "../class-names";
import { Icon } from "../icons/icon";

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectProps = SelectHTMLAttributes<HTMLSelectElement> & {
  ref?: Ref<HTMLSelectElement>;
  /** The choices; or give `<option>` children. */
  options?: SelectOption[];
  /** Lower and with smaller letters, for a toolbar. */
  small?: boolean;
};

/** The platform's own select: it works by keyboard, on a phone and without a script. */
export function Select({ className, options, small, children, ...rest }: SelectProps) {
  return (
    <span className={classNames("select", className)}>
      <select className={classNames("input", small && "input-sm")} {...rest}>
        {options?.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
        {children}
      </select>
      <Icon name="chevron-down" />
    </span>
  );
}
