import { Ago } from "../skills/ago";
import { Pagination } from "../ui/table/pagination";

type Props = {
  ratings: {
    id: string;
    stars: number;
    comment: string;
    minutesSaved: number | null;
    updatedAt: Date;
    by: { id: string; name: string };
  }[];
  /** Where the later ones are, and the way back to the first. */
  next: string | null;
  first: string | null;
};

/** What people say of a skill, newest first. */
export function RatingList({ ratings, next, first }: Props) {
  if (ratings.length === 0) return null;
  return (
    <>
      <ul className="rating-list">
        {ratings.map(({ id, stars, comment, minutesSaved, updatedAt, by }) => (
          <li key={id}>
            <p>
              <a href={`/people/${by.id}`}>{by.name}</a>
              <b role="img" aria-label={`${stars} of 5 stars`} data-stars={stars} />
              <Ago date={updatedAt} />
              {savedText(minutesSaved)}
            </p>
            {comment && <p className="rating-comment">{comment}</p>}
          </li>
        ))}
      </ul>
      <Pagination previous={first} next={next} />
    </>
  );
}

function savedText(minutes: number | null): string {
  if (!minutes) return "";
  return minutes === 1 ? "saves 1 minute a use" : `saves ${minutes} minutes a use`;
}
