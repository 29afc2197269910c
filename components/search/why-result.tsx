import { pointsText, type Reason, reasonSentence, totalPoints } from "./reason-sentence";

// What counts less explains little, and a page has many of these.
const MOST = 5;

/** Why a result is there and how its score is made, on request and without a script. Lines of one text, since there are many. */
export function WhyResult({ reasons }: { reasons: Reason[] }) {
  const strongest = reasons.toSorted((a, b) => b.points - a.points).slice(0, MOST);
  const lines = strongest.map((reason) => `${reasonSentence(reason)}: ${pointsText(reason.points)}`);
  const rest = reasons.length - strongest.length;
  if (rest > 0) lines.push(`${rest} more that count less`);
  const total = reasons.length > 1 ? [`Together: ${pointsText(totalPoints(reasons))} points`] : [];
  return (
    <details className="why">
      <summary>Why this result</summary>
      <p>{[...lines, ...total].join("\n")}</p>
    </details>
  );
}
