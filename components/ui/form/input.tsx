import type { InputHTMLAttributes, Ref } from "react";
import { classNames } from "../class-names";

export type InputProps = InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };

/** A one-line text control. Stands in a Field, which names it. */
export function Input({ className, type = "text", ...rest }: InputProps) {
  return <input type={type} className={classNames("input", className)} {...rest} />;
}
