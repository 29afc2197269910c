import { useActionState, useState } from "react";
import { idle } from "@/lib/action-state";
import { toast } from "../ui/feedback/toast";
import type { EndpointAction } from "./endpoint-form";

type Draft = { url: string; model: string; key: string; forgetKey: boolean };
type Intent = "test" | "save";

/** The form's state. What was typed stays through a test: a form that sends itself empties all that it does not hold here. */
export function useEndpointForm(start: Draft, actions: Record<Intent, EndpointAction>) {
  const [draft, setDraft] = useState(start);
  const [pressed, press] = useState<Intent>("save");
  const [state, send, pending] = useActionState(async (_: typeof idle, form: FormData) => {
    const intent: Intent = form.get("intent") === "test" ? "test" : "save";
    form.delete("intent");
    const next = await actions[intent](idle, form);
    if (intent === "test" || next.status === "refused") return next;
    toast(next.message);
    return idle;
  }, idle);
  return {
    draft,
    type: (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part })),
    state,
    send,
    waiting: pending ? pressed : null,
    press,
  };
}
