import { Breadcrumbs } from "../ui/navigation/breadcrumbs";
import { RequestFacts, type ShownRequest } from "./request-list";
import { type CastVote, VoteButton } from "./vote-button";
import { votesText } from "./votes-text";

/** One request, whole. */
export function RequestView({ request, cast }: { request: ShownRequest; cast: CastVote }) {
  const { title, detail, votes, closedAt, skill } = request;
  return (
    <article className="request-view">
      <Breadcrumbs items={[{ label: "Requests", href: "/requests" }, { label: title }]} className="mb-4" />
      <h1>{title}</h1>
      <p className="request-facts">
        <RequestFacts request={request} />
      </p>
      {detail && <p className="request-detail">{detail}</p>}
      <div className="request-vote">
        {closedAt ? (
          <span>
            {votesText(votes)}, closed{skill ? "" : " without an answer"}
          </span>
        ) : (
          <>
            <VoteButton request={request} cast={cast} />
            <span>
              {request.isMine ? "You would use it. Press again to take your vote back." : "Would you use it too?"}
            </span>
          </>
        )}
      </div>
    </article>
  );
}
