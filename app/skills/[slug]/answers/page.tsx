import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AnswerList } from "@/components/requests/answer-list";
import { ButtonLink } from "@/components/ui/action/button-link";
import { PageHeader } from "@/components/ui/navigation/page-header";
import { listAnswerable } from "@/lib/services/request-close";
import { requireMember } from "@/lib/tenant";
import { closeRequestAction } from "../../../requests/actions";

type Props = { params: Promise<{ slug: string }> };

const requireAnswers = cache(async (slug: string) => {
  const { ctx } = await requireMember("member");
  return (await listAnswerable(ctx, { slug })) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `What ${(await requireAnswers((await params).slug)).skill.name} answers` };
}

/** After publishing: the open requests that the skill seems to answer, each to be closed by it. */
export default async function AnswersPage({ params }: Props) {
  const { skill, requests } = await requireAnswers((await params).slug);
  return (
    <>
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
