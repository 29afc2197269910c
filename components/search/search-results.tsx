import type { Part } from "@/lib/search/marked";
import { RatingMark } from "../skills/rating-mark";
import { type SkillCardProps, usesText } from "../skills/skill-card";
import { asNodes, Marked } from "./marked";
import { type Reason, wordsOf } from "./reason-sentence";
import { shortened } from "./shortened";
import { WhyResult } from "./why-result";

type Result = SkillCardProps["skill"] & {
  /** What it was found by; null where nothing was sought. */
  found: { reasons: Reason[]; snippet: Part[]; description: Part[] } | null;
};

/** Skills in the order in which they fit, to be read through rather than compared: a row each. */
export function SearchResults({ skills }: { skills: Result[] }) {
  return (
    <ol className="results">
      {skills.map((skill) => (
        <SearchResult key={skill.slug} skill={skill} />
      ))}
    </ol>
  );
}

/** It stands eighteen times on a page, so it has few elements and no script of its own. */
function SearchResult({ skill: { found, ...skill } }: { skill: Result }) {
  const reasons = found?.reasons ?? [];
  const snippet = found?.snippet ?? [];
  return (
    <li>
      <h3>
        <a href={`/skills/${skill.slug}`} className="link">
          <Marked text={skill.name} words={wordsOf(reasons)} />
        </a>
      </h3>
      <p>{asNodes(shortened(found?.description ?? [{ text: skill.description, isMatch: false }]))}</p>
      {snippet.some(({ isMatch }) => isMatch) && <p className="result-snippet">{asNodes(snippet)}</p>}
      <p className="skill-card-facts">
        {`${skill.category} · ${skill.author.name}`}
        <RatingMark mean={skill.ratingMean} count={skill.ratingCount} />
        {usesText(skill.useCount)}
      </p>
      {reasons.length > 0 && <WhyResult reasons={reasons} />}
    </li>
  );
}
