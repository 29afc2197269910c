import type { ReactNode } from "react";
import { RatingList } from "./rating-list";
import { RatingSummary } from "./rating-summary";

type Props = {
  mean: number | null;
  count: number;
  stars: readonly number[];
  ratings: Parameters<typeof RatingList>[0]["ratings"];
  next: string | null;
  first: string | null;
  /** One's own rating, or a word why there is none to give. */
  children: ReactNode;
};

/** The ratings of a skill. */
export function RatingSection({ mean, count, stars, ratings, next, first, children }: Props) {
  return (
    <section id="ratings" aria-labelledby="ratings-title" className="ratings">
      <h2 id="ratings-title">Ratings</h2>
      <RatingSummary mean={mean} count={count} stars={stars} />
      {children}
      <RatingList ratings={ratings} next={next} first={first} />
    </section>
  );
}
