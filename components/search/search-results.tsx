import { snippetOf } from "@/lib/search/snippet";
import { excerpt } from "../skills/excerpt";
import { RatingMark } from "../skills/rating-mark";
import { type SkillCardProps, usesText } from "../skills/skill-card";
import { asNodes, Marked } from "./marked";
import { type Reason, wordsOf } from "./reason-sentence";
import { WhyResult } from "./why-result";

type Result = SkillCardProps["skill"] & { reasons?: Reason[]; text?: string };

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
function SearchResult({ skill: { reasons = [], text = "", ...skill } }: { skill: Result }) {
  const words = wordsOf(reasons);
  const snippet = reasons.some(({ field }) => field === "text" || field === "headings") ? snippetOf(text, words) : [];
  return (
    <li>
      <h3>
        <a href={`/skills/${skill.slug}`} className="link">
          <Marked text={skill.name} words={words} />
        </a>
      </h3>
      <p>
        <Marked text={excerpt(skill.description, 160)} words={words} />
      </p>
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
