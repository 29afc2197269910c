"use client";

import { useActionState, useEffect } from "react";
import { idle } from "@/lib/action-state";
import { SubmitButton } from "../ui/action/submit-button";
import { toast } from "../ui/feedback/toast";
import type { CloseRequest } from "./close-form";

type Props = { request: { id: string; title: string }; skill: { slug: string; name: string }; close: CloseRequest };

/** Closes a request with the skill that was just published. */
export function AnswerButton({ request, skill, close }: Props) {
  const [state, send] = useActionState(close, idle);
  useEffect(() => {
    if (state.status !== "idle") toast(state.message, { kind: state.status === "refused" ? "alert" : "status" });
  }, [state]);
  return (
    <form action={send}>
      <input type="hidden" name="id" value={request.id} />
      <input type="hidden" name="skill" value={skill.slug} />
      <SubmitButton variant="secondary" size="sm" aria-label={`Close “${request.title}”: ${skill.name} answers it`}>
        It answers this: close the request
      </SubmitButton>
    </form>
  );
}
