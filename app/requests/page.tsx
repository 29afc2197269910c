import { RequestList } from "@/components/requests/request-list";
import { requestsHref } from "@/components/requests/requests-href";
import { ButtonLink } from "@/components/ui/action/button-link";
import { PageHeader } from "@/components/ui/navigation/page-header";
import { Tabs } from "@/components/ui/navigation/tabs";
import { Pagination } from "@/components/ui/table/pagination";
import { atLeast } from "@/lib/roles";
import { listRequests } from "@/lib/services/requests";
import { requireMember } from "@/lib/tenant";
import { pageTitle } from "../page-title";
import { listOrFirstPage } from "../skills/first-page";
import { oneOf, type Query } from "../skills/query";
import { castVoteAction } from "./actions";

/** The skills that people would like there to be. */
export default async function RequestsPage({ searchParams }: { searchParams: Query }) {
  const { ctx, hall, member } = await requireMember();
  const query = await searchParams;
  const state = oneOf(query.state) === "closed" ? "closed" : "open";
  const asked = { state, viewerId: member.id, cursor: oneOf(query.cursor) ?? null } as const;
  const { requests, counts, next, previous } = await listOrFirstPage(listRequests(ctx, asked), requestsHref(state));
  const mayAsk = atLeast(member.role, "member");
  return (
    <>
      <title>{pageTitle("Requests", hall)}</title>
      <PageHeader
        title="Requests"
        description={`Skills that people of ${hall.name} would like to find here. A vote says that you would use it too.`}
        actions={
          mayAsk && (
            <ButtonLink href="/requests/new" variant="primary">
              Ask for a skill
            </ButtonLink>
          )
        }
      />
      <Tabs
        label="Requests by state"
        items={[
          { label: "Open", href: requestsHref("open"), current: state === "open", count: counts.open },
          { label: "Closed", href: requestsHref("closed"), current: state === "closed", count: counts.closed },
        ]}
      />
      <RequestList state={state} requests={requests} mayAsk={mayAsk} cast={castVoteAction} />
      <Pagination previous={previous && requestsHref(state, previous)} next={next && requestsHref(state, next)} />
    </>
  );
}
