import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/action/submit-button";
import { Callout } from "@/components/ui/feedback/callout";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { type ActionState, idle } from "@/lib/action-state";

export type LinkFormProps = {
  action: (state: ActionState, form: FormData) => Promise<ActionState>;
  next: string;
  minutes: number;
};

/** Asks for a sign-in link. The answer is the same whether or not the address is a member's. */
export default function LinkDesk({ action, next, minutes }: LinkFormProps) {
  const [state, send] = useActionState(action, idle);
  if (state.status === "done") {
    return (
      <Callout tone="success" title="Look in your mailbox">
        If {state.message} belongs to a member here, a link is on its way. It works once, within {minutes} minutes.
      </Callout>
    );
  }
  return (
    <form action={send} className="grid gap-4">
      <input type="hidden" name="next" value={next} />
      <Field label="E-mail address" name="email" error={state.fields.email ?? state.fields.form}>
        <Input type="email" required autoComplete="email" defaultValue={state.values.email} />
      </Field>
      <SubmitButton variant="primary">E-mail me a sign-in link</SubmitButton>
    </form>
  );
}
