import type { SkillCardProps } from "./skill-card";
import { SkillGrid } from "./skill-grid";

type Props = {
  title: string;
  skills: SkillCardProps["skill"][];
  /** The whole list of which these are the first. */
  more: { href: string; label: string };
};

/** The first few of a list, with the way to all of it; nothing when there are none. */
export function SkillRow({ title, skills, more }: Props) {
  if (skills.length === 0) return null;
  return (
    <section className="skill-row">
      <header>
        <h2>{title}</h2>
        <a href={more.href} className="link">
          {more.label}
        </a>
      </header>
      <SkillGrid skills={skills} />
    </section>
  );
}
