/** A mean of stars in the space of a word: one star, the number, how many rated. */
export function RatingMark({ mean, count }: { mean: number | null; count: number }) {
  if (mean === null) return <span>Not rated</span>;
  const people = count === 1 ? "1 person" : `${count} people`;
  return (
    <span className="rating-mark" role="img" aria-label={`Rated ${mean.toFixed(1)} of 5 by ${people}`}>
      {`${mean.toFixed(1)} (${count})`}
    </span>
  );
}
