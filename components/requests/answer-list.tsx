import { ButtonLink } from "../ui/action/button-link";
import { EmptyState } from "../ui/feedback/empty-state";
import { AnswerButton } from "./answer-button";
import type { CloseRequest } from "./close-form";
import { votesText } from "./votes-text";

type Props = {
  skill: { slug: string; name: string };
  requests: { id: string; title: string; detail: string; votes: number }[];
  close: CloseRequest;
};

/** Open requests that a skill may answer. */
export function AnswerList({ skill, requests, close }: Props) {
  if (requests.length === 0) {
    return (
      <EmptyState
        title="No open request is left that it may answer"
        action={
          <ButtonLink href="/requests" variant="secondary">
            See all requests
          </ButtonLink>
        }
      />
    );
  }
  return (
    <ul className="request-list">
      {requests.map(({ id, title, detail, votes }) => (
        <li key={id}>
          <span className="request-votes">{votesText(votes)}</span>
          <div>
            <h2>
              <a href={`/requests/${id}`}>{title}</a>
            </h2>
            {detail && <p className="request-excerpt">{detail}</p>}
            <AnswerButton request={{ id, title }} skill={skill} close={close} />
          </div>
        </li>
      ))}
    </ul>
  );
}
