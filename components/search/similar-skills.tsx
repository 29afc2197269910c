"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/** `summary` is what the hall left of the skill's description. */
type Similar = { slug: string; name: string; summary: string };

type Props = {
  slug: string;
  /** What stands here until the skills are known, and where they cannot be known. */
  search: ReactNode;
};

/** Skills like this one, asked for when they come in sight: most readers never scroll there. Key it by its skill. */
export function SimilarSkills({ slug, search }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [skills, setSkills] = useState<Similar[] | null>(null);
  useEffect(() => {
    const sight = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        sight.disconnect();
        fetchSimilar(slug).then(setSkills, () => {});
      },
      { rootMargin: "200px" },
    );
    if (place.current) sight.observe(place.current);
    return () => sight.disconnect();
  }, [slug]);
  return (
    <div ref={place}>
      {!skills ? (
        search
      ) : skills.length === 0 ? (
        <p className="text-muted">No other skill here is like it.</p>
      ) : (
        <ul className="similar">
          {skills.map((skill) => (
            <li key={skill.slug}>
              <a className="link" href={`/skills/${skill.slug}`}>
                {skill.name}
              </a>
              <p>{skill.summary}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Null where the hall does not answer. */
async function fetchSimilar(slug: string): Promise<Similar[] | null> {
  const answer = await fetch(`/api/similar?skill=${encodeURIComponent(slug)}`);
  return answer.ok && !answer.redirected ? (await answer.json()).skills : null;
}
