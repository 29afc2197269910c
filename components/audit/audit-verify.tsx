"use client";

import { lazy, Suspense, useActionState } from "react";
import { SubmitButton } from "../ui/action/submit-button";

// Fetched with the first answer.
const AuditVerdict = lazy(() => import("./audit-verdict"));

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
        <Suspense>{state.status !== "idle" && <AuditVerdict state={state} />}</Suspense>
      </div>
    </>
  );
}
