import { Badge } from "../ui/mark/badge";
import { Breadcrumbs } from "../ui/navigation/breadcrumbs";
import { Ago } from "./ago";
import { RatingMark } from "./rating-mark";
import { usesText } from "./skill-card";

type Props = {
  skill: {
    slug: string;
    name: string;
    description: string;
    category: string;
    tags: string[];
    status: string;
    visibility: string;
    ratingMean: number | null;
    ratingCount: number;
    useCount: number;
    author: { id: string; name: string };
    version: { version: string; createdAt: Date };
  };
};

/** The head of a skill's page: what it is, whose, and how it stands. */
export function SkillHead({ skill }: Props) {
  const category = `/skills?category=${encodeURIComponent(skill.category)}`;
  return (
    <header className="skill-head">
      <Breadcrumbs
        items={[{ label: "Skills", href: "/skills" }, { label: skill.category, href: category }, { label: skill.name }]}
      />
      <h1>
        {skill.name} {skill.status === "archived" && <Badge tone="warning">Archived</Badge>}
        {skill.visibility === "private" && <Badge>Private</Badge>}
      </h1>
      <p className="skill-head-description">{skill.description}</p>
      <p className="skill-head-facts">
        <span>
          By{" "}
          <a className="link" href={`/people/${skill.author.id}`}>
            {skill.author.name}
          </a>
        </span>
        <a href="#ratings">
          <RatingMark mean={skill.ratingMean} count={skill.ratingCount} />
        </a>
        <span>{usesText(skill.useCount)}</span>
        <span>
          {skill.version.version}, <Ago date={skill.version.createdAt} />
        </span>
      </p>
      {skill.tags.length > 0 && (
        <ul className="chip-row" aria-label="Tags">
          {skill.tags.map((tag) => (
            <li key={tag}>
              <a className="chip" href={`/skills?tag=${encodeURIComponent(tag)}`}>
                {tag}
              </a>
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}
