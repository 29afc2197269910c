import { AskForm } from "@/components/requests/ask-form";
import { PageHeader } from "@/components/ui/navigation/page-header";
import { requestFromSearch } from "@/lib/inputs/request";
import { requireMember } from "@/lib/tenant";
import { pageTitle } from "../../page-title";
import { oneOf, type Query } from "../../skills/query";
import { askForSkillAction } from "../actions";

/** Asks for a skill; from a search, with its words filled in. */
export default async function AskPage({ searchParams }: { searchParams: Query }) {
  const { hall } = await requireMember("member");
  const wanted = requestFromSearch(oneOf((await searchParams).for) ?? "");
  return (
    <>
      <title>{pageTitle("Ask for a skill", hall)}</title>
      <PageHeader
        title="Ask for a skill"
        description="Everybody here sees it with your name, and can vote for it. Whoever publishes a skill that answers it closes it."
        breadcrumbs={[{ label: "Requests", href: "/requests" }, { label: "Ask for a skill" }]}
      />
      <AskForm wanted={wanted} ask={askForSkillAction} />
    </>
  );
}
