import { useActionState, useEffect } from "react";
import { type ActionState, idle } from "@/lib/action-state";
import { SubmitButton } from "../ui/action/submit-button";
import { Callout } from "../ui/feedback/callout";
import { toast } from "../ui/feedback/toast";
import { Field } from "../ui/form/field";
import { FormError } from "../ui/form/form-error";
import { Input } from "../ui/form/input";
import { Select } from "../ui/form/select";
import { Textarea } from "../ui/form/textarea";

export type EditDeskProps = {
  skill: {
    slug: string;
    name: string;
    description: string;
    category: string;
    tags: string[];
    revision: number;
  };
  categories: string[];
  save: (state: ActionState, form: FormData) => Promise<ActionState>;
  /** Goes on to a page. Always the same function. */
  leave: (address: string) => void;
};

/** Edits how a skill is listed; after saving, on to its page. */
export default function EditDesk({ skill, categories, save, leave }: EditDeskProps) {
  const [state, action] = useActionState(save, idle);
  const typed = state.status === "refused" ? state.values : null;
  const listed = categories.includes(skill.category) ? categories : [skill.category, ...categories];

  useEffect(() => {
    if (state.status !== "done") return;
    toast(state.message);
    leave(`/skills/${skill.slug}`);
  }, [state, leave, skill.slug]);

  return (
    <form action={action} className="stack-form" key={typed ? JSON.stringify(typed) : "stored"}>
      <input type="hidden" name="slug" value={skill.slug} />
      <input type="hidden" name="revision" value={skill.revision} />
      <FormError>{state.status === "refused" ? state.message : null}</FormError>
      {state.status === "done" && <Callout tone="success">{state.message}</Callout>}
      <Field label="Title" name="name" error={state.fields.name}>
        <Input required maxLength={120} defaultValue={typed?.name ?? skill.name} />
      </Field>
      <Field
        label="Description"
        name="description"
        hint="What it does and when to use it. This is what people search."
        error={state.fields.description}
      >
        <Textarea required rows={4} maxLength={1024} defaultValue={typed?.description ?? skill.description} />
      </Field>
      <Field label="Category" name="category" error={state.fields.category}>
        <Select
          defaultValue={typed?.category ?? skill.category}
          options={listed.map((value) => ({ value, label: value }))}
        />
      </Field>
      <Field label="Tags" name="tags" optional hint="Up to 10, with commas between." error={state.fields.tags}>
        <Input defaultValue={typed?.tags ?? skill.tags.join(", ")} autoCapitalize="none" />
      </Field>
      <p className="form-actions">
        <SubmitButton>Save the details</SubmitButton>
        <a className="button button-ghost" href={`/skills/${skill.slug}`}>
          Cancel
        </a>
      </p>
    </form>
  );
}
