import type { ComponentProps } from "react";
import { Spinner } from "../feedback/spinner";
import { type ButtonSize, type ButtonVariant, buttonClasses } from "./button-classes";

export type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Work is under way: the button keeps its width and its focus, and refuses a second press. */
  pending?: boolean;
};

/** A button. Its words are a verb with its object; one `primary` a page. */
export function Button({ variant, size, pending, className, children, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      type={pending ? "button" : type}
      className={buttonClasses(variant, size, className)}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      {...rest}
    >
      {pending === undefined ? children : <span className="button-label">{children}</span>}
      {pending && <Spinner />}
    </button>
  );
}
