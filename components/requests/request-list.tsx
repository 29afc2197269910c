import { ButtonLink } from "../ui/action/button-link";
import { EmptyState } from "../ui/feedback/empty-state";
import { RelativeTime } from "../ui/text/relative-time";
import { type CastVote, VoteButton } from "./vote-button";
import { votesText } from "./votes-text";

export type ShownRequest = {
  id: string;
  title: string;
  detail: string;
  createdAt: Date;
  closedAt: Date | null;
  author: { id: string; name: string };
  votes: number;
  isMine: boolean;
  skill: { slug: string; name: string } | null;
};

type Props = { state: "open" | "closed"; requests: ShownRequest[]; mayAsk: boolean; cast: CastVote };

/** Requests, each with its votes. */
export function RequestList({ state, requests, mayAsk, cast }: Props) {
  if (requests.length === 0) return <NoRequests state={state} mayAsk={mayAsk} />;
  return (
    <ul className="request-list">
      {requests.map((request) => (
        <li key={request.id}>
          {request.closedAt ? (
            <span className="request-votes">{votesText(request.votes)}</span>
          ) : (
            <VoteButton request={request} cast={cast} />
          )}
          <div>
            <h2>
              <a href={`/requests/${request.id}`}>{request.title}</a>
            </h2>
            {request.detail && <p className="request-excerpt">{request.detail}</p>}
            <p className="request-facts">
              <RequestFacts request={request} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Who asked and when, and what became of it. */
export function RequestFacts({ request: { author, createdAt, closedAt, skill } }: { request: ShownRequest }) {
  return (
    <>
      <a href={`/people/${author.id}`}>{author.name}</a> asked <RelativeTime date={createdAt} />
      {closedAt && (
        <>
          {" · closed "}
          <RelativeTime date={closedAt} />
        </>
      )}
      {skill && (
        <>
          {", answered by "}
          <a href={`/skills/${skill.slug}`}>{skill.name}</a>
        </>
      )}
    </>
  );
}

function NoRequests({ state, mayAsk }: Pick<Props, "state" | "mayAsk">) {
  if (state === "closed") {
    return (
      <EmptyState title="No request is closed yet" body="One is closed when a skill is published that answers it." />
    );
  }
  return (
    <EmptyState
      title="Nobody is waiting for a skill"
      body="When a search finds nothing that fits, ask for it here: others vote, and somebody may publish it."
      action={mayAsk && <ButtonLink href="/requests/new">Ask for a skill</ButtonLink>}
    />
  );
}
