"use client";

import { useActionState } from "react";
import { CopyButton } from "../ui/action/copy-button";
import { SubmitButton } from "../ui/action/submit-button";
import { Callout } from "../ui/feedback/callout";

/** What a check of the log came to. */
export type AuditCheckState =
  | { status: "idle" }
  | { status: "refused"; message: string }
  | { status: "checked"; rows: number; headSeq: number; headHash: string; firstBroken: number | null; ms: number };

type Props = { verify: (state: AuditCheckState) => Promise<AuditCheckState> };

/** Walks the log from its first row to its last, and says whether every row fits the one before it. */
export function AuditVerify({ verify }: Props) {
  const [state, action] = useActionState(verify, { status: "idle" });
  return (
    <>
      <form action={action}>
        <SubmitButton variant="secondary">Verify the log</SubmitButton>
      </form>
      <div role="status" className="audit-verdict">
        <Verdict state={state} />
      </div>
    </>
  );
}

function Verdict({ state }: { state: AuditCheckState }) {
  if (state.status === "idle") return null;
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
