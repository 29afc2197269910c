import type { ComponentProps } from "react";
import { classNames } from "../class-names";

/** A key of the keyboard. */
export function Kbd({ className, ...rest }: ComponentProps<"kbd">) {
  return <kbd className={classNames("kbd", className)} {...rest} />;
}
