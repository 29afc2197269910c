"use client";

import { type ComponentType, useEffect, useRef, useState } from "react";
import type { SimilarListProps } from "./similar-list";

/** Skills like this one, asked for when they come in sight: most readers never scroll there. Without a script, a search. */
export function SimilarSkills({ slug, name }: { slug: string; name: string }) {
  const place = useRef<HTMLElement>(null);
  const [List, setList] = useState<ComponentType<SimilarListProps> | null>(null);
  useEffect(() => {
    const sight = new IntersectionObserver(
      async ([entry]) => {
        if (!entry?.isIntersecting) return;
        sight.disconnect();
        const { SimilarList } = await import("./similar-list");
        setList(() => SimilarList);
      },
      { rootMargin: "200px" },
    );
    if (place.current) sight.observe(place.current);
    return () => sight.disconnect();
  }, []);
  const search = (
    <a className="link" href={`/skills?q=${encodeURIComponent(name)}`}>
      Search for skills like this
    </a>
  );
  return (
    <section ref={place} aria-labelledby="similar">
      <h2 id="similar">Similar skills</h2>
      {List ? <List key={slug} slug={slug} search={search} /> : search}
    </section>
  );
}
