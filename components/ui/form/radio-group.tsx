import type { ReactNode } from "react";
import { classNames } from "../class-names";

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

export type RadioGroupProps = {
  options: RadioOption[];
  name?: string;
  defaultValue?: string;
  required?: boolean;
  /** Side by side rather than one below the other. */
  inline?: boolean;
  id?: string;
  className?: string;
  onChange?: (value: string) => void;
  "aria-label"?: string;
  "aria-labelledby"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean | "true" | "false" | "grammar" | "spelling";
};

/** One of a few, all of them visible. Stands in a `<Field group>`, or has an `aria-label`. */
export function RadioGroup({
  options,
  name,
  defaultValue,
  required,
  inline,
  className,
  onChange,
  ...aria
}: RadioGroupProps) {
  return (
    <div
      role="radiogroup"
      className={classNames(inline ? "flex flex-wrap gap-x-6" : "grid gap-1", className)}
      {...aria}
    >
      {options.map(({ value, label, hint, disabled }) => (
        <label key={value} className="choice">
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === defaultValue}
            required={required}
            disabled={disabled}
            onChange={onChange && (() => onChange(value))}
          />
          <span>
            {label}
            {hint && <span className="choice-hint">{hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
