"use client";

import { useActionState, useEffect } from "react";
import { type ActionState, idle } from "@/lib/action-state";
import { SubmitButton } from "../ui/action/submit-button";
import { toast } from "../ui/feedback/toast";
import { Field } from "../ui/form/field";
import { FormError } from "../ui/form/form-error";
import { Input } from "../ui/form/input";

export type CloseRequest = (state: ActionState, form: FormData) => Promise<ActionState>;

type Props = { request: { id: string; title: string }; skill: string; close: CloseRequest };

/** Closes a request, with the skill that answers it if there is one. Closed, its page no longer has this form. */
export function CloseForm({ request, skill, close }: Props) {
  const [state, send] = useActionState(close, idle);
  const refused = state.status === "refused";
  useEffect(() => {
    if (state.status === "done") toast(state.message);
  }, [state]);
  return (
    <form action={send} className="card stack-form request-close" aria-labelledby="close-request">
      <h2 id="close-request">Close this request</h2>
      <input type="hidden" name="id" value={request.id} />
      <Field
        label="The skill that answers it"
        name="skill"
        optional
        hint={
          <>
            Its name as it stands in its address, like code-review.{" "}
            <a className="link" href={`/skills?q=${encodeURIComponent(request.title)}`}>
              Look for one
            </a>
          </>
        }
        error={state.fields.skill}
      >
        <Input
          key={state.values.skill}
          defaultValue={refused ? state.values.skill : skill}
          maxLength={300}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <div>
        <FormError className="mb-4">{refused && !state.fields.skill ? state.message : null}</FormError>
        <SubmitButton variant="secondary">Close the request</SubmitButton>
      </div>
    </form>
  );
}
