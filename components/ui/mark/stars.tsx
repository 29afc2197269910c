import type { CSSProperties } from "react";
import { classNames } from "../class-names";

export type StarsProps = {
  /** The mean, 1–5; null when nobody has rated yet. */
  mean: number | null;
  /** How many rated. */
  count?: number;
  /** Only the drawing, with the mean for screen readers. */
  bare?: boolean;
  className?: string;
};

/** A mean of stars: the drawing, the number, how many there were. */
export function Stars({ mean, count, bare, className }: StarsProps) {
  if (mean === null || count === 0)
    return <span className={classNames("stars text-faint", className)}>Not rated yet</span>;
  return (
    <span className={classNames("stars", className)}>
      <span
        className="stars-row"
        role="img"
        aria-label={`${mean.toFixed(1)} of 5 stars`}
        style={{ "--mean": mean.toFixed(2) } as CSSProperties}
      />
      {!bare && <span aria-hidden>{mean.toFixed(1)}</span>}
      {count !== undefined && <span className="text-muted">({count.toLocaleString("en")})</span>}
    </span>
  );
}
