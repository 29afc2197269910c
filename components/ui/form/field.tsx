import { cloneElement, type ReactElement, type ReactNode } from "react";
import { Icon } from "../icons/icon";

type ControlProps = {
  id?: string;
  name?: string;
  required?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean | "true" | "false" | "grammar" | "spelling";
  "aria-labelledby"?: string;
};

export type FieldProps = {
  label: ReactNode;
  /** The control's name in the form, and its id unless `id` is given. */
  name: string;
  /** Needed only where two forms of a page have a field of the same name. */
  id?: string;
  hint?: ReactNode;
  /** One sentence: what is wrong and what to do. */
  error?: ReactNode;
  optional?: boolean;
  /** The control is a group (radio buttons, stars): its label names it rather than focuses it. */
  group?: boolean;
  className?: string;
  /** One control that takes `id`, `name` and aria attributes: Input, Textarea, Select, RadioGroup, StarInput… */
  children: ReactElement<ControlProps>;
};

/** A labelled control with its hint and its error, tied together for assistive technology. */
export function Field({ label, name, id = name, hint, error, optional, group, className, children }: FieldProps) {
  const [labelId, hintId, errorId] = [`${id}-label`, `${id}-hint`, `${id}-error`];
  const described = [hint && hintId, error && errorId, children.props["aria-describedby"]].filter(Boolean).join(" ");
  const control = cloneElement(children, {
    id,
    name,
    "aria-describedby": described || undefined,
    "aria-invalid": error ? true : undefined,
    "aria-labelledby": group ? labelId : undefined,
  });
  const words = (
    <>
      {label}
      {optional && <span className="font-normal text-muted"> (optional)</span>}
    </>
  );
  return (
    <div className={className}>
      {group ? (
        <span id={labelId} className="field-label">
          {words}
        </span>
      ) : (
        <label htmlFor={id} className="field-label">
          {words}
        </label>
      )}
      {control}
      {hint && (
        <p id={hintId} className="field-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} className="field-error">
          <Icon name="circle-alert" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
