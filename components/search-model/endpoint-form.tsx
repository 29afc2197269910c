"use client";

import { type ActionState, idle } from "@/lib/action-state";
import { MAX_ENDPOINT_KEY, MAX_ENDPOINT_URL, MAX_MODEL_NAME } from "@/lib/inputs/search-model";
import { Button } from "../ui/action/button";
import { ConfirmButton } from "../ui/action/confirm-button";
import { Callout } from "../ui/feedback/callout";
import { Checkbox } from "../ui/form/checkbox";
import { Field } from "../ui/form/field";
import { FormError } from "../ui/form/form-error";
import { Input } from "../ui/form/input";
import { useEndpointForm } from "./use-endpoint-form";

export type EndpointAction = (state: ActionState, form: FormData) => Promise<ActionState>;

type Props = {
  /** The hall's own; null while it uses what the server offers. */
  endpoint: { url: string; hasKey: boolean; revision: string } | null;
  model: string;
  /** The operator lets halls use http and addresses inside this server's network. */
  mayBePrivate: boolean;
  test: EndpointAction;
  save: EndpointAction;
  remove: EndpointAction;
};

/** An endpoint of the hall's own: tried before it is kept, its key sent one way only. */
export function EndpointForm({ endpoint, model, mayBePrivate, test, save, remove }: Props) {
  const start = { url: endpoint?.url ?? "", model: endpoint ? model : "", key: "", forgetKey: false };
  const { draft, type, state, send, waiting, press } = useEndpointForm(start, { test, save });
  const refused = state.status === "refused" ? state : idle;
  return (
    <section aria-labelledby="endpoint">
      <h2 id="endpoint">{endpoint ? "Change the endpoint" : "Use an endpoint of your own"}</h2>
      <p className="mt-1 mb-6 text-muted text-sm">
        Any that speaks OpenAI’s interface for embeddings: a hosted model, vLLM, Ollama.{" "}
        {mayBePrivate ? "It may be inside this server’s network." : "It has to be at a public address, over https."}
      </p>
      <form action={send} className="settings-form">
        <input type="hidden" name="revision" value={endpoint?.revision ?? ""} />
        <FormError>{refused.message || null}</FormError>
        <Field
          label="Address"
          name="url"
          hint="Up to the part before /embeddings, such as https://api.example.com/v1"
          error={refused.fields.url}
        >
          <Input
            required
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            maxLength={MAX_ENDPOINT_URL}
            value={draft.url}
            onChange={(event) => type({ url: event.target.value })}
          />
        </Field>
        <Field
          label="Model"
          name="model"
          hint="Its name, as the endpoint knows it. Another name has every skill read anew."
          error={refused.fields.model}
        >
          <Input
            required
            autoComplete="off"
            spellCheck={false}
            maxLength={MAX_MODEL_NAME}
            value={draft.model}
            onChange={(event) => type({ model: event.target.value })}
          />
        </Field>
        <div className="grid gap-3">
          <Field
            label="Key"
            name="key"
            optional
            hint={
              endpoint?.hasKey
                ? "One is stored. Leave this empty to keep it; nobody can see it again."
                : "Stored sealed. Nobody can see it again."
            }
            error={refused.fields.key}
          >
            <Input
              type="password"
              autoComplete="off"
              maxLength={MAX_ENDPOINT_KEY}
              value={draft.key}
              onChange={(event) => type({ key: event.target.value })}
            />
          </Field>
          {endpoint?.hasKey && (
            <Checkbox
              name="forgetKey"
              label="Forget the stored key"
              checked={draft.forgetKey}
              onChange={(event) => type({ forgetKey: event.target.checked })}
            />
          )}
        </div>
        <div role="status">{state.status === "done" && <Callout tone="success">{state.message}</Callout>}</div>
        <div className="settings-end endpoint-end">
          <Button
            type="submit"
            variant="primary"
            name="intent"
            value="save"
            pending={waiting === "save"}
            onClick={() => press("save")}
          >
            Save the endpoint
          </Button>
          <Button type="submit" name="intent" value="test" pending={waiting === "test"} onClick={() => press("test")}>
            Test the connection
          </Button>
          {endpoint && (
            <ConfirmButton
              className="endpoint-remove"
              title="Remove the endpoint?"
              body="Its address and key are forgotten. Search uses the model that this server offers, which first has to read every skill anew."
              confirmLabel="Remove the endpoint"
              action={remove}
              fields={{ revision: endpoint.revision }}
            >
              Remove the endpoint…
            </ConfirmButton>
          )}
        </div>
      </form>
    </section>
  );
}
