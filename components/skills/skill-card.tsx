import { formatNumber } from "../ui/text/number-text";
import { excerpt } from "./excerpt";
import { RatingMark } from "./rating-mark";

export type SkillCardProps = {
  skill: {
    slug: string;
    name: string;
    description: string;
    category: string;
    ratingCount: number;
    ratingMean: number | null;
    useCount: number;
    author: { name: string };
  };
};

/** A skill among others. It stands twenty-four times on a page, so it has few elements and no script of its own. */
export function SkillCard({ skill }: SkillCardProps) {
  return (
    <li className="card card-interactive skill-card">
      <h3>
        <a href={`/skills/${skill.slug}`} className="card-link">
          {skill.name}
        </a>
      </h3>
      <p>{excerpt(skill.description, 120)}</p>
      <p className="skill-card-by">{`${skill.category} · ${skill.author.name}`}</p>
      <p className="skill-card-facts">
        <RatingMark mean={skill.ratingMean} count={skill.ratingCount} />
        {usesText(skill.useCount)}
      </p>
    </li>
  );
}

/** `No uses yet`, `1 use`, `1,204 uses`. */
export function usesText(count: number): string {
  if (count === 0) return "No uses yet";
  return count === 1 ? "1 use" : `${formatNumber(count)} uses`;
}
