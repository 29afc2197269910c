import Link from "next/link";
import { Avatar } from "../ui/mark/avatar";
import { Stars } from "../ui/mark/stars";
import { Pagination } from "../ui/table/pagination";
import { RelativeTime } from "../ui/text/relative-time";

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
            <Avatar name={by.name} />
            <div>
              <p className="rating-by">
                <Link href={`/people/${by.id}`} prefetch={false}>
                  {by.name}
                </Link>
                <Stars mean={stars} bare />
                <RelativeTime date={updatedAt} />
              </p>
              {comment && <p className="rating-comment">{comment}</p>}
              {minutesSaved !== null && minutesSaved > 0 && (
                <p className="rating-saved">
                  {minutesSaved === 1 ? "Saves 1 minute a use" : `Saves ${minutesSaved} minutes a use`}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      <Pagination previous={first} next={next} />
    </>
  );
}
