import type { Ref, TextareaHTMLAttributes } from "react";
import { classNames } from "../class-names";

export type TextareaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  ref?: Ref<HTMLTextAreaElement>;
  /** Set in the monospaced face, for source text. */
  code?: boolean;
};

/** A text control of several lines that grows with what is written. Stands in a Field, which names it. */
export function Textarea({ className, code, ...rest }: TextareaProps) {
  return <textarea className={classNames("input", code && "input-code", className)} spellCheck={!code} {...rest} />;
}
