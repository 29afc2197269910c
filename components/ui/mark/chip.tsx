import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { Icon } from "../icons/icon";

export type ChipProps = {
  children: ReactNode;
  /** Where it leads: a tag's chip to all that carry the tag. */
  href?: string;
  /** The same page without it: shows a cross. */
  removeHref?: string;
  /** The cross's name: “Remove the tag testing”. */
  removeLabel?: string;
  current?: boolean;
  className?: string;
};

/** A tag or a filter in force: plain, a link, or removable. */
export function Chip({ children, href, removeHref, removeLabel, current, className }: ChipProps) {
  const classes = classNames("chip", className);
  if (href) {
    return (
      <a href={href} className={classes} aria-current={current ? "true" : undefined}>
        <span>{children}</span>
      </a>
    );
  }
  return (
    <span className={classes}>
      <span>{children}</span>
      {removeHref && (
        <a href={removeHref} className="chip-remove" aria-label={removeLabel ?? "Remove"}>
          <Icon name="x" size="sm" />
        </a>
      )}
    </span>
  );
}
