import { AuditFilters } from "@/components/audit/audit-filters";
import { auditLine } from "@/components/audit/audit-line";
import { AuditList } from "@/components/audit/audit-list";
import { AuditVerify } from "@/components/audit/audit-verify";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { PageHeader } from "@/components/ui/navigation/page-header";
import { Pagination } from "@/components/ui/table/pagination";
import { auditHref, parseAudit } from "@/lib/inputs/audit";
import { listAudit } from "@/lib/services/audit";
import { requireMember } from "@/lib/tenant";
import { pageTitle } from "../../page-title";
import { listOrFirstPage } from "../../skills/first-page";
import type { Query } from "../../skills/query";
import { verifyAuditAction } from "./actions";

/** Who did what in this hall. All of its state stands in the address. */
export default async function AuditPage({ searchParams }: { searchParams: Query }) {
  const { ctx, hall } = await requireMember("admin");
  const asked = parseAudit(await searchParams);
  const filters = { ...asked, cursor: null };
  const { entries, next, previous, actors } = await listOrFirstPage(listAudit(ctx, asked), auditHref(filters));
  return (
    <>
      <title>{pageTitle("Audit log", hall)}</title>
      <PageHeader
        title="Audit log"
        description="Everything that was done in this hall, in the order in which it was done. Rows are only ever added."
      />
      <AuditVerify verify={verifyAuditAction} />
      <AuditFilters asked={asked} actors={actors} />
      {entries.length > 0 ? (
        <AuditList lines={entries.map(auditLine)} />
      ) : (
        <EmptyState title="No row matches" body="Take out a filter, or choose other days." />
      )}
      <Pagination
        previous={previous && auditHref({ ...filters, cursor: previous })}
        next={next && auditHref({ ...filters, cursor: next })}
      />
    </>
  );
}
