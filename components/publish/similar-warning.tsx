import { Callout } from "../ui/feedback/callout";
import type { Checked } from "./checked";

/** Skills that do much the same already, before one publishes another. It advises, and stops nobody. */
export function SimilarWarning({ similar }: { similar: Checked["similar"] }) {
  if (similar.length === 0) return null;
  const [count, these] = similar.length === 1 ? ["A skill", "it does"] : [`${similar.length} skills`, "they do"];
  return (
    <Callout tone="warning" title={`${count} here may do the same`}>
      <p>
        If {these}, a new version of what is there serves people better than a second one. You can publish all the same.
      </p>
      <ul className="similar">
        {similar.map(({ slug, name, description, similarity }) => (
          <li key={slug}>
            {/* In a tab of its own: what was chosen or written here must not be lost. */}
            <a className="link" href={`/skills/${slug}`} target="_blank" rel="noreferrer">
              {name}
            </a>{" "}
            <small>{Math.round(similarity * 100)} % alike</small>
            <p>{description}</p>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
