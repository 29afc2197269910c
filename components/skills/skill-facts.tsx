import type { ReactNode } from "react";
import { excerpt } from "./excerpt";

type Props = {
  version: {
    license: string | null;
    compatibility: string | null;
    allowedTools: string | null;
    metadata: Record<string, string>;
    author: { name: string };
  };
  minutesSavedMean: number | null;
  useCount: number;
};

const MINUTES_A_DAY = 480;

/** What the package says of itself, and what its users say it saves. */
export function SkillFacts({ version, minutesSavedMean, useCount }: Props) {
  const facts: [string, ReactNode][] = [
    ["Saves", minutesSavedMean !== null && savedText(minutesSavedMean, useCount)],
    ["Published by", version.author.name],
    ["Licence", version.license],
    ["Compatibility", version.compatibility],
    ["Allowed tools", version.allowedTools && <code>{excerpt(version.allowedTools, 300)}</code>],
    ...Object.entries(version.metadata)
      .slice(0, 8)
      .map(([key, value]): [string, ReactNode] => [excerpt(key, 40), excerpt(value, 160)]),
  ];
  return (
    <dl className="skill-facts">
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Minutes a use as its raters estimate them, and what that makes in working days of eight hours. */
function savedText(minutes: number, uses: number): string {
  const each = `${Math.round(minutes)} minutes a use`;
  const days = (minutes * uses) / MINUTES_A_DAY;
  return days < 1 ? each : `${each}, about ${Math.round(days).toLocaleString("en")} working days so far`;
}
