"use client";

import { useActionState, useEffect } from "react";
import { type ActionState, idle } from "@/lib/action-state";
import { Button } from "../ui/action/button";
import { toast } from "../ui/feedback/toast";
import { votesText } from "./votes-text";

export type CastVote = (state: ActionState, form: FormData) => Promise<ActionState>;

type Props = { request: { id: string; title: string; votes: number; isMine: boolean }; cast: CastVote };

/** One's vote for a request, given or taken back. The number answers at once; a plain form until the script has come. */
export function VoteButton({ request, cast }: Props) {
  const { id, title, votes, isMine } = request;
  const [state, send, isSending] = useActionState(cast, idle);
  // Until the server has said so, what it will say.
  const shown = isSending ? { votes: votes + (isMine ? -1 : 1), isMine: !isMine } : { votes, isMine };

  useEffect(() => {
    if (state.status === "refused") toast(state.message, { kind: "alert" });
  }, [state]);

  return (
    <form action={send}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="vote" value={isMine ? "no" : "yes"} />
      <Button
        type="submit"
        size="sm"
        className="vote-button"
        aria-pressed={shown.isMine}
        aria-label={`Vote for “${title}”, ${votesText(shown.votes)}`}
      >
        <span aria-hidden="true">▲</span> {shown.votes}
      </Button>
    </form>
  );
}
