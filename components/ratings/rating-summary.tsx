import type { CSSProperties } from "react";
import { Stars } from "../ui/mark/stars";

type Props = {
  mean: number | null;
  count: number;
  /** How many gave one, two … five stars. */
  stars: readonly number[];
};

/** The mean, and how the stars are spread. */
export function RatingSummary({ mean, count, stars }: Props) {
  if (mean === null) return <p className="text-muted">Nobody has rated this skill yet.</p>;
  return (
    <div className="rating-summary">
      <p>
        <strong>{mean.toFixed(1)}</strong> <Stars mean={mean} bare />
        <span>{count === 1 ? "1 rating" : `${count.toLocaleString("en")} ratings`}</span>
      </p>
      <ol>
        {[5, 4, 3, 2, 1].map((value) => {
          const given = stars[value - 1] ?? 0;
          return (
            <li key={value} style={{ "--part": count > 0 ? given / count : 0 } as CSSProperties}>
              <span>{value === 1 ? "1 star" : `${value} stars`}</span>
              <span>{given}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
