import { classNames } from "../class-names";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md";

/** The classes of a button, for an element that must look like one. */
export function buttonClasses(
  variant: ButtonVariant = "secondary",
  size: ButtonSize = "md",
  className?: string,
): string {
  return classNames("button", `button-${variant}`, size === "sm" && "button-sm", className);
}
