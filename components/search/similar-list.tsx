import { type ReactNode, useEffect, useState } from "react";
import { excerpt } from "../skills/excerpt";

type Similar = { slug: string; name: string; description: string };

export type SimilarListProps = {
  slug: string;
  /** What stands here until the skills are known, and where they cannot be known. */
  search: ReactNode;
};

/** The skills that are most like one, a few words of each. */
export function SimilarList({ slug, search }: SimilarListProps) {
  const [skills, setSkills] = useState<Similar[] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    fetchSimilar(slug, stop.signal).then(setSkills, () => {});
    return () => stop.abort();
  }, [slug]);
  if (skills === null) return search;
  if (skills.length === 0) return <p className="text-muted">No other skill here is like it.</p>;
  return (
    <ul className="similar">
      {skills.map((skill) => (
        <li key={skill.slug}>
          <a className="link" href={`/skills/${skill.slug}`}>
            {skill.name}
          </a>
          <p>{excerpt(skill.description, 90)}</p>
        </li>
      ))}
    </ul>
  );
}

/** Null where the hall does not answer. */
async function fetchSimilar(slug: string, signal: AbortSignal): Promise<Similar[] | null> {
  const answer = await fetch(`/api/similar?skill=${encodeURIComponent(slug)}`, { signal });
  return answer.ok && !answer.redirected ? (await answer.json()).skills : null;
}
