"use client";

import { useActionState } from "react";
import { type ActionState, idle } from "@/lib/action-state";
import { SubmitButton } from "../ui/action/submit-button";
import { Field } from "../ui/form/field";
import { FormError } from "../ui/form/form-error";
import { Input } from "../ui/form/input";
import { Textarea } from "../ui/form/textarea";

const MAX_TITLE = 120;
const MAX_DETAIL = 2_000;

type Props = {
  wanted: { title: string; detail: string };
  ask: (state: ActionState, form: FormData) => Promise<ActionState>;
};

/** The form that asks for a skill. After a refusal it shows what was typed. */
export function AskForm({ wanted, ask }: Props) {
  const [state, send] = useActionState(ask, idle);
  const refused = state.status === "refused";
  const typed = refused ? { title: state.values.title, detail: state.values.detail } : wanted;
  return (
    <form action={send} className="card stack-form" key={refused ? "refused" : "asked"}>
      <Field
        label="What should it do?"
        name="title"
        hint="A few words by which others know that they want it too. The same title as an open request’s adds your vote to it."
        error={state.fields.title}
      >
        <Input required maxLength={MAX_TITLE} defaultValue={typed.title} autoComplete="off" />
      </Field>
      <Field
        label="What for"
        name="detail"
        optional
        hint="What comes in, what should come out, what a good one would know."
        error={state.fields.detail}
      >
        <Textarea rows={5} maxLength={MAX_DETAIL} defaultValue={typed.detail} />
      </Field>
      <div>
        <FormError className="mb-4">{refused ? state.message : null}</FormError>
        <SubmitButton>Ask for this skill</SubmitButton>
      </div>
    </form>
  );
}
