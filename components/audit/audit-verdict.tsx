import { CopyButton } from "../ui/action/copy-button";
import { Callout } from "../ui/feedback/callout";
import type { AuditCheckState } from "./audit-verify";

/** What the check of the log came to, in words. */
export default function AuditVerdict({ state }: { state: Exclude<AuditCheckState, { status: "idle" }> }) {
  if (state.status === "refused") return <Callout tone="danger">{state.message}</Callout>;
  const { rows, headSeq, headHash, firstBroken, ms } = state;
  if (firstBroken !== null) {
    return (
      <Callout tone="danger" title={`The log breaks at row ${firstBroken.toLocaleString("en")}`}>
        <p>
          That row was changed, is missing, or does not belong. The rows before it fit. Somebody with access to the
          database itself has altered the log; compare it with a backup.
        </p>
        <p>
          <a className="underline underline-offset-2" href={`/admin/audit/${firstBroken}`}>
            Look at row {firstBroken.toLocaleString("en")}
          </a>
        </p>
      </Callout>
    );
  }
  const record = `${headSeq} ${headHash}`;
  return (
    <Callout tone="success" title={`All ${rows.toLocaleString("en")} rows fit`}>
      <p>Checked in {(ms / 1000).toFixed(1)} s. The last row’s number and hash:</p>
      <p className="audit-hash">
        <code>{record}</code>
        <CopyButton text={record} label="Copy the number and the hash" />
      </p>
      <p>
        Keep them elsewhere: while all rows fit and row {headSeq.toLocaleString("en")} has this hash, nothing up to it
        was altered.
      </p>
    </Callout>
  );
}
