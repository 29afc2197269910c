import type { MemberContext } from "@/lib/context";

export type RatingInput = { slug: string; stars: number; comment: string; minutesSaved: number | null };
export type RatedSkill = { slug: string; name: string; ratingCount: number; ratingMean: number | null };

/** One rating a person and skill: a second one replaces the first. @throws DomainError `not_found`; `forbidden` for one's own skill */
export async function saveRating(_ctx: MemberContext, _input: RatingInput): Promise<RatedSkill> {
  throw new Error("Being written.");
}

/** Removing a rating that is not there changes nothing. */
export async function removeRating(_ctx: MemberContext, _input: { slug: string }): Promise<RatedSkill> {
  throw new Error("Being written.");
}
