import { classNames } from "../class-names";

export type StarInputProps = {
  name?: string;
  /** 1–5, or nothing chosen yet. */
  defaultValue?: number | null;
  required?: boolean;
  id?: string;
  className?: string;
  onChange?: (stars: number) => void;
  "aria-label"?: string;
  "aria-labelledby"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean | "true" | "false" | "grammar" | "spelling";
};

/** One to five stars: five radio buttons, painted by CSS. Stands in a `<Field group>`, or has an `aria-label`. */
export function StarInput({ name, defaultValue, required, className, onChange, ...aria }: StarInputProps) {
  return (
    <div role="radiogroup" className={classNames("star-input", className)} {...aria}>
      {[1, 2, 3, 4, 5].map((stars) => (
        <label key={stars} title={starWords(stars)}>
          <input
            type="radio"
            name={name}
            value={stars}
            aria-label={starWords(stars)}
            defaultChecked={stars === defaultValue}
            required={required}
            onChange={onChange && (() => onChange(stars))}
          />
          <span />
        </label>
      ))}
    </div>
  );
}

function starWords(stars: number): string {
  return stars === 1 ? "1 star" : `${stars} stars`;
}
