import { notFound } from "next/navigation";
import { CloseForm } from "@/components/requests/close-form";
import { RequestView } from "@/components/requests/request-view";
import { Callout } from "@/components/ui/feedback/callout";
import { mayClose } from "@/lib/services/request-close";
import { findRequest } from "@/lib/services/requests";
import { requireMember } from "@/lib/tenant";
import { pageTitle } from "../../page-title";
import { oneOf, type Query } from "../../skills/query";
import { castVoteAction, closeRequestAction } from "../actions";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

/** One request: what is wanted, who asked, how many would use it, and what became of it. */
export default async function RequestPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const { ctx, hall, member } = await requireMember();
  const request = (await findRequest(ctx, { id, viewerId: member.id })) ?? notFound();
  const isClosable = !request.closedAt && mayClose(ctx, { authorId: request.author.id }, null);
  return (
    <>
      <title>{pageTitle(request.title, hall)}</title>
      {query.joined && (
        <Callout className="mb-6" title="This had been asked for already">
          Your vote was added to it.
        </Callout>
      )}
      <RequestView request={request} cast={castVoteAction} />
      {isClosable && <CloseForm request={request} skill={oneOf(query.skill) ?? ""} close={closeRequestAction} />}
    </>
  );
}
