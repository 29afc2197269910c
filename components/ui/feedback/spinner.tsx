import { classNames } from "../class-names";

/** Turns while something short is under way. Given a `label` it is announced; without, the words beside it must say so. */
export function Spinner({ label, className }: { label?: string; className?: string }) {
  const spinner = classNames("spinner", className);
  return label ? <span className={spinner} role="status" aria-label={label} /> : <span className={spinner} />;
}
