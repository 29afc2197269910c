import { FindingsList } from "../skills/findings-list";
import { Callout } from "../ui/feedback/callout";
import { Spinner } from "../ui/feedback/spinner";
import { formatBytes } from "../ui/text/file-size";
import type { Verdict } from "./checked";
import { SimilarWarning } from "./similar-warning";
import type { Check } from "./use-check";

type Props = { check: Check; verdict: Verdict | null; pending: boolean };

/** What the check found, announced when it changes. */
export function CheckResult({ check, verdict, pending }: Props) {
  return (
    <section className="check-result" aria-label="Check" aria-busy={pending}>
      <div role="status">
        {pending && (
          <p className="check-pending">
            <Spinner /> Checking
          </p>
        )}
        {!pending && check.state === "failed" && <Callout tone="danger">{check.error}</Callout>}
        {!pending && verdict && <VerdictCallout verdict={verdict} />}
        {!pending && verdict?.kind === "new" && check.state === "done" && (
          <SimilarWarning similar={check.checked.similar} />
        )}
      </div>
      {check.state === "done" && check.checked.findings.length > 0 && (
        <FindingsList findings={check.checked.findings} />
      )}
    </section>
  );
}

function VerdictCallout({ verdict }: { verdict: Verdict }) {
  if (verdict.kind === "refused") return <Callout tone="danger">{verdict.because}</Callout>;
  const { slug, files, size } = verdict.skill;
  const packed = `${files.length === 1 ? "1 file" : `${files.length} files`}, ${formatBytes(size)}`;
  return (
    <Callout tone="success" title={`“${slug}” can be published: ${packed}`}>
      {verdict.kind === "next"
        ? `You publish this skill already. This becomes the version after ${verdict.latestVersion}.`
        : "The name is free."}
    </Callout>
  );
}
