import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export type CardProps = ComponentProps<"div"> & {
  /** The card leads somewhere: one link inside it has the class `card-link` and covers it whole. */
  interactive?: boolean;
};

/** One of several peers to choose from, or a block that stands apart. Rows to work through are a Table instead. */
export function Card({ interactive, className, ...rest }: CardProps) {
  return <div className={classNames("card", interactive && "card-interactive", className)} {...rest} />;
}
