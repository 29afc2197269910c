import { DiffValue } from "../ui/text/diff-value";
import type { ChangeLine } from "./change-lines";

type Props = { at: number; changes: ChangeLine[]; address: string | null };

/** What was changed, from what to what, when exactly and from where. */
export function ChangeDetails({ at, changes, address }: Props) {
  return (
    <dl className="audit-details">
      {changes.map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <DiffValue before={before} after={after} />
          </dd>
        </div>
      ))}
      <div>
        <dt>Time</dt>
        <dd>
          {exactTime(at)}
          {address && ` from ${address}`}
        </dd>
      </div>
    </dl>
  );
}

/** `2026-11-23 22:31:07.123 UTC` */
function exactTime(at: number): string {
  return new Date(at).toISOString().replace("T", " ").replace("Z", " UTC");
}
