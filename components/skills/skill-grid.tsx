import { SkillCard, type SkillCardProps } from "./skill-card";

/** Skills as peers to choose from. */
export function SkillGrid({ skills }: { skills: (SkillCardProps["skill"] & { id: string })[] }) {
  return (
    <ul className="skill-grid">
      {skills.map((skill) => (
        <SkillCard key={skill.id} skill={skill} />
      ))}
    </ul>
  );
}
