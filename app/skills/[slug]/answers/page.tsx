import { notFound } from "next/navigation";
import { AnswerList } from "@/components/requests/answer-list";
import { ButtonLink } from "@/components/ui/action/button-link";
import { PageHeader } from "@/components/ui/navigation/page-header";
import { listAnswerable } from "@/lib/services/request-close";
import { requireMember } from "@/lib/tenant";
import { pageTitle } from "../../../page-title";
import { closeRequestAction } from "../../../requests/actions";

type Props = { params: Promise<{ slug: string }> };

/** After publishing: the open requests that the skill seems to answer, each to be closed by it. */
export default async function AnswersPage({ params }: Props) {
  const { ctx, hall } = await requireMember("member");
  const { skill, requests } = (await listAnswerable(ctx, { slug: (await params).slug })) ?? notFound();
  return (
    <>
      <title>{pageTitle(`What ${skill.name} answers`, hall)}</title>
      <PageHeader
        title={`Does ${skill.name} answer a request?`}
        description={
          requests.length > 0 &&
          "People asked for skills whose words are like this one’s. Close what it answers, and they find it there."
        }
        breadcrumbs={[
          { label: "Skills", href: "/skills" },
          { label: skill.name, href: `/skills/${skill.slug}` },
          { label: "Requests it may answer" },
        ]}
        actions={<ButtonLink href={`/skills/${skill.slug}`}>Go to {skill.name}</ButtonLink>}
      />
      <AnswerList skill={skill} requests={requests} close={closeRequestAction} />
    </>
  );
}
