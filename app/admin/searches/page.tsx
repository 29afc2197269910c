import { QueryTable, queryLists } from "@/components/search-report/query-table";
import { ReportCharts } from "@/components/search-report/report-charts";
import { ReportFigures } from "@/components/search-report/report-figures";
import { ButtonLink } from "@/components/ui/action/button-link";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { PageHeader } from "@/components/ui/navigation/page-header";
import { Tabs } from "@/components/ui/navigation/tabs";
import { Pagination } from "@/components/ui/table/pagination";
import { parseSearchReport, REPORT_DAYS, REPORT_LISTS, searchReportHref } from "@/lib/inputs/search-report";
import { findSearchReport } from "@/lib/services/search-report";
import { requireMember } from "@/lib/tenant";
import { pageTitle } from "../../page-title";
import { listOrFirstPage } from "../../skills/first-page";
import type { Query } from "../../skills/query";

/** What this hall's people look for, and whether they find it. All of its state stands in the address. */
export default async function SearchesPage({ searchParams }: { searchParams: Query }) {
  const { ctx, hall } = await requireMember("admin");
  const asked = parseSearchReport(await searchParams);
  const { days, list } = asked;
  const report = await listOrFirstPage(findSearchReport(ctx, asked), searchReportHref({ days, list }));
  const { now, before, buckets, queries, counts, next, previous } = report;
  return (
    <>
      <title>{pageTitle("Searches", hall)}</title>
      <PageHeader
        title="Searches"
        description="What people look for here, and whether they find it. Searches are counted; who made them is not kept."
        actions={
          <nav aria-label="Period" className="flex gap-2">
            {REPORT_DAYS.map((choice) => (
              <ButtonLink
                key={choice}
                size="sm"
                variant={choice === days ? "primary" : "secondary"}
                aria-current={choice === days ? "page" : undefined}
                href={searchReportHref({ days: choice, list })}
              >
                {choice} days
              </ButtonLink>
            ))}
          </nav>
        }
      />
      {now.searches + before.searches === 0 ? (
        <EmptyState
          title="Nobody has searched in these days"
          body="As soon as people look for skills, what they look for is counted here. Choose a longer period to look further back."
        />
      ) : (
        <>
          <ReportFigures now={now} before={before} />
          <ReportCharts days={days} buckets={buckets} now={now} />
          <Tabs
            label="Searches by kind"
            items={REPORT_LISTS.map((kind) => ({
              label: queryLists[kind].label,
              href: searchReportHref({ days, list: kind }),
              current: kind === list,
              count: counts[kind],
            }))}
          />
          <QueryTable list={list} queries={queries} />
          <Pagination
            previous={previous && searchReportHref({ days, list, cursor: previous })}
            next={next && searchReportHref({ days, list, cursor: next })}
          />
        </>
      )}
    </>
  );
}
