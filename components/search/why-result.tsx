import { pointsText, type Reason, reasonSentence, totalPoints } from "./reason-sentence";

/** Why a result is there and how its score is made, on request and without a script. Lines of one text, since there are many. */
export function WhyResult({ reasons }: { reasons: Reason[] }) {
  const lines = reasons.map((reason) => `${reasonSentence(reason)}: ${pointsText(reason.points)}`);
  const total = lines.length > 1 ? [`Together: ${pointsText(totalPoints(reasons))} points`] : [];
  return (
    <details className="why">
      <summary>Why this result</summary>
      <p>{[...lines, ...total].join("\n")}</p>
    </details>
  );
}
