import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { Icon } from "../icons/icon";

export type DiffValueProps = {
  /** What it was and what it is; null or undefined where there was or is nothing. */
  before?: ReactNode;
  after?: ReactNode;
  className?: string;
};

/** A value that changed: what it was, then what it is. */
export function DiffValue({ before, after, className }: DiffValueProps) {
  const [had, has] = [isThere(before), isThere(after)];
  return (
    <span className={classNames("diff-value", className)}>
      {had && (
        <del>
          <span className="sr-only">was </span>
          {before}
        </del>
      )}
      {had && has && <Icon name="arrow-right" size="sm" />}
      {has && (
        <ins>
          <span className="sr-only">{had ? " is now " : "set to "}</span>
          {after}
        </ins>
      )}
      {!had && !has && <span className="text-faint">nothing</span>}
    </span>
  );
}

function isThere(value: ReactNode): boolean {
  return value !== null && value !== undefined && value !== "";
}
