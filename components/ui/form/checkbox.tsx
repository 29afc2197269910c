import type { InputHTMLAttributes, ReactNode } from "react";
import { classNames } from "../class-names";

export type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & {
  label: ReactNode;
  hint?: ReactNode;
};

/** A yes or no with its words beside it; it needs no Field. */
export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  return (
    <label className={classNames("choice", className)}>
      <input type="checkbox" {...rest} />
      <span>
        {label}
        {hint && <span className="choice-hint">{hint}</span>}
      </span>
    </label>
  );
}
