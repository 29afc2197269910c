import type { ActionState } from "@/lib/action-state";
import { Field } from "../ui/form/field";
import { FormError } from "../ui/form/form-error";
import { Input } from "../ui/form/input";
import { StarInput } from "../ui/form/star-input";
import { Textarea } from "../ui/form/textarea";

const MAX_COMMENT = 2_000;
const MAX_MINUTES = 2_400;

type Props = {
  slug: string;
  mine: { stars: number; comment: string; minutesSaved: number | null } | null;
  state: ActionState;
};

/** The fields of a rating: after a refusal with what was typed, else with what is stored. */
export function RatingFields({ slug, mine, state }: Props) {
  const refused = state.status === "refused";
  const stars = refused ? Number(state.values.stars) : mine?.stars;
  return (
    <div className="grid gap-4" key={refused ? "refused" : JSON.stringify(mine)}>
      <input type="hidden" name="slug" value={slug} />
      <FormError>{refused ? state.message : null}</FormError>
      <Field label="Stars" name="stars" group error={state.fields.stars}>
        <StarInput defaultValue={stars} required />
      </Field>
      <Field
        label="What worked, what did not"
        name="comment"
        optional
        hint="Others read it with your name."
        error={state.fields.comment}
      >
        <Textarea rows={3} maxLength={MAX_COMMENT} defaultValue={refused ? state.values.comment : mine?.comment} />
      </Field>
      <Field label="Minutes saved by one use" name="minutesSaved" optional error={state.fields.minutesSaved}>
        <Input
          type="number"
          inputMode="numeric"
          min={0}
          max={MAX_MINUTES}
          className="max-w-32"
          defaultValue={refused ? state.values.minutesSaved : (mine?.minutesSaved ?? "")}
        />
      </Field>
    </div>
  );
}
