import type { ReactNode } from "react";
import { ButtonLink } from "../action/button-link";
import { Icon } from "../icons/icon";

export type PaginationProps = {
  /** The address of the page before and after; null where there is none. */
  previous: string | null;
  next: string | null;
  /** What is shown: “1–24 of 2,835 skills”. */
  label?: ReactNode;
  className?: string;
};

/** Steps through a long list by keyset; nothing when all of it is on one page. */
export function Pagination({ previous, next, label, className }: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label="Pages" className={`pagination ${className ?? ""}`}>
      <span>
        {previous && (
          <ButtonLink size="sm" href={previous} rel="prev">
            <Icon name="arrow-left" /> Previous
          </ButtonLink>
        )}
      </span>
      <span className="tabular-nums">{label}</span>
      <span className="text-end">
        {next && (
          <ButtonLink size="sm" href={next} rel="next">
            Next <Icon name="arrow-right" />
          </ButtonLink>
        )}
      </span>
    </nav>
  );
}
