import { EmptyState } from "../ui/feedback/empty-state";
import { Avatar } from "../ui/mark/avatar";
import { Badge } from "../ui/mark/badge";
import { RelativeTime } from "../ui/text/relative-time";
import type { SkillCardProps } from "./skill-card";
import { SkillGrid } from "./skill-grid";

type Props = {
  person: {
    id: string;
    name: string;
    title: string;
    role: string;
    createdAt: Date;
    hasLeft: boolean;
    skills: SkillCardProps["skill"][];
    skillCount: number;
  };
};

/** A person, and the skills they published. */
export function PersonView({ person }: Props) {
  const { id, name, title, role, createdAt, hasLeft, skills, skillCount } = person;
  return (
    <article>
      <header className="person-head">
        <Avatar name={name} size={64} />
        <div>
          <h1>{name}</h1>
          <p>
            {title && `${title} · `}
            {hasLeft ? "No longer a member" : <span className="capitalize">{role}</span>}, joined{" "}
            <RelativeTime date={createdAt} />
          </p>
        </div>
        {role === "admin" && !hasLeft && <Badge tone="accent">Runs this hall</Badge>}
      </header>
      <section className="skill-row">
        <header>
          <h2>{skillCount === 1 ? "1 skill" : `${skillCount.toLocaleString("en")} skills`}</h2>
          {skillCount > skills.length && (
            <a className="link" href={`/skills?author=${id}`}>
              All of them
            </a>
          )}
        </header>
        {skillCount > 0 ? (
          <SkillGrid skills={skills} />
        ) : (
          <EmptyState title={`${name} has not published a skill yet`} />
        )}
      </section>
    </article>
  );
}
