import { NoOwnRating } from "@/components/ratings/no-own-rating";
import { OwnRating } from "@/components/ratings/own-rating";
import { RatingSection } from "@/components/ratings/rating-section";
import type { Member } from "@/lib/context";
import { atLeast } from "@/lib/roles";
import type { SkillPage } from "@/lib/services/skill-page";
import { removeRatingAction, saveRatingAction } from "../actions";

type Props = { skill: SkillPage; member: Member | null; cursor: string | undefined };

/** The ratings of a skill, and the reader's own if they may give one. */
export function Ratings({ skill, member, cursor }: Props) {
  const { slug, ratings } = skill;
  const reason = noRatingBecause(skill, member);
  const own = <OwnRating slug={slug} mine={skill.myRating} save={saveRatingAction} remove={removeRatingAction} />;
  return (
    <RatingSection
      mean={skill.ratingMean}
      count={skill.ratingCount}
      stars={skill.stars}
      ratings={ratings.rows}
      next={ratings.next && `/skills/${slug}?ratings=${encodeURIComponent(ratings.next)}#ratings`}
      first={cursor ? `/skills/${slug}#ratings` : null}
    >
      {skill.status === "published" && (reason ? <NoOwnRating reason={reason} slug={slug} /> : own)}
    </RatingSection>
  );
}

function noRatingBecause(skill: SkillPage, member: Member | null) {
  if (!member) return "visitor";
  if (member.id === skill.author.id) return "author";
  return atLeast(member.role, "member") ? null : "viewer";
}
