import { SkillCard, type SkillCardProps } from "./skill-card";

/** Skills as peers to choose from. */
export function SkillGrid({ skills }: { skills: SkillCardProps["skill"][] }) {
  return (
    <ul className="skill-grid">
      {skills.map((skill) => (
        <SkillCard key={skill.slug} skill={skill} />
      ))}
    </ul>
  );
}
