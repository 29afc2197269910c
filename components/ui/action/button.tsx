import type { ComponentProps } from "react";
import { classNames } from "../class-names";
import { Spinner } from "../feedback/spinner";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md";

export type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Work is under way: the button keeps its width and its focus, and refuses a second press. */
  pending?: boolean;
};

/** The classes of a button, for an element that must look like one. */
export function buttonClasses(
  variant: ButtonVariant = "secondary",
  size: ButtonSize = "md",
  className?: string,
): string {
  return classNames("button", `button-${variant}`, size === "sm" && "button-sm", className);
}

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
