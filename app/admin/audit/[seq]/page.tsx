import { notFound } from "next/navigation";
import { ChangeDetails } from "@/components/audit/change-details";
import { changeLines } from "@/components/audit/change-lines";
import { auditSentence } from "@/components/audit/sentence";
import { PageHeader } from "@/components/ui/navigation/page-header";
import { findAuditEntry } from "@/lib/services/audit";
import { requireMember } from "@/lib/tenant";
import { pageTitle } from "../../../page-title";

/** One row of the log, with everything that it keeps. */
export default async function AuditEntryPage({ params }: { params: Promise<{ seq: string }> }) {
  const { ctx, hall } = await requireMember("admin");
  const { seq } = await params;
  const entry = /^[1-9]\d{0,14}$/.test(seq) ? await findAuditEntry(ctx, Number(seq)) : null;
  if (!entry) notFound();
  return (
    <>
      <title>{pageTitle("Audit log", hall)}</title>
      <PageHeader
        title={auditSentence(entry)}
        breadcrumbs={[{ label: "Audit log", href: "/admin/audit" }, { label: `Row ${entry.seq}` }]}
      />
      <ChangeDetails at={entry.at.getTime()} changes={changeLines(entry)} address={entry.address} />
      <dl className="audit-details">
        <div>
          <dt>Browser</dt>
          <dd>{entry.userAgent ?? "none"}</dd>
        </div>
        <div>
          <dt>About</dt>
          <dd>
            {entry.subject.type} {entry.subject.id}
          </dd>
        </div>
        <div>
          <dt>Hash</dt>
          <dd>
            <code>{entry.hash}</code>
          </dd>
        </div>
      </dl>
    </>
  );
}
