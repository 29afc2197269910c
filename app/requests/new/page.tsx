import type { Metadata } from "next";
import { AskForm } from "@/components/requests/ask-form";
import { PageHeader } from "@/components/ui/navigation/page-header";
import { requestFromSearch } from "@/lib/inputs/request";
import { requireMember } from "@/lib/tenant";
import { oneOf, type Query } from "../../skills/query";
import { askForSkillAction } from "../actions";

/** Only those who may ask are told what this room is called. */
export async function generateMetadata(): Promise<Metadata> {
  await requireMember("member");
  return { title: "Ask for a skill" };
}

/** Asks for a skill; from a search, with its words filled in. */
export default async function AskPage({ searchParams }: { searchParams: Query }) {
  await requireMember("member");
  const wanted = requestFromSearch(oneOf((await searchParams).for) ?? "");
  return (
    <>
      <PageHeader
        title="Ask for a skill"
        description="Everybody here sees it with your name, and can vote for it. Whoever publishes a skill that answers it closes it."
        breadcrumbs={[{ label: "Requests", href: "/requests" }, { label: "Ask for a skill" }]}
      />
      <AskForm wanted={wanted} ask={askForSkillAction} />
    </>
  );
}
