import { MAX_HALL_NAME, MAX_TAGLINE } from "@/lib/inputs/settings-limits";
import type { Settings } from "@/lib/services/settings";
import { SubmitButton } from "../ui/action/submit-button";
import { Field } from "../ui/form/field";
import { FormError } from "../ui/form/form-error";
import { Input } from "../ui/form/input";
import { Select } from "../ui/form/select";
import { AccentField } from "./accent-field";
import { AccessField } from "./access-field";
import { CategoryField } from "./category-field";
import { ChoiceNote } from "./choice-note";
import { type SaveSettings, useSettingsForm } from "./use-settings-form";
import { SORT_LABELS } from "./words";

export type SettingsFormProps = { settings: Settings; save: SaveSettings };

/** How the hall is called, looks and behaves: one form, saved as a whole. */
export default function SettingsDesk({ settings, save }: SettingsFormProps) {
  const { form, sheet, state, send, type, choose } = useSettingsForm(settings, save);
  const { base, draft, stamp } = sheet;
  const fields = state.status === "refused" ? state.fields : {};
  return (
    <form ref={form} action={send} className="settings-form">
      <input type="hidden" name="revision" value={base.revision} />
      <FormError>{state.status === "refused" ? state.message : null}</FormError>
      <div>
        <Field label="Organisation’s name" name="name" error={fields.name}>
          <Input
            required
            maxLength={MAX_HALL_NAME}
            value={draft.name}
            onChange={(event) => type({ name: event.target.value })}
          />
        </Field>
        <ChoiceNote sheet={sheet} part="name" choose={choose} />
      </div>
      <div>
        <Field
          label="Tagline"
          name="tagline"
          optional
          hint="One line about the hall, where people sign in and at the foot of each page."
          error={fields.tagline}
        >
          <Input
            maxLength={MAX_TAGLINE}
            value={draft.tagline}
            onChange={(event) => type({ tagline: event.target.value })}
          />
        </Field>
        <ChoiceNote sheet={sheet} part="tagline" choose={choose} />
      </div>
      <div>
        <AccentField key={stamp} color={draft.accentColor} type={type} error={fields.accentColor} />
        <ChoiceNote sheet={sheet} part="accentColor" choose={choose} />
      </div>
      <div>
        <AccessField key={stamp} base={base.access} access={draft.access} type={type} error={fields.access} />
        <ChoiceNote sheet={sheet} part="access" choose={choose} />
      </div>
      <div>
        <Field
          label="Usual order of skills"
          name="defaultSort"
          hint="Everybody can choose another one."
          error={fields.defaultSort}
        >
          <Select
            className="max-w-xs"
            value={draft.defaultSort}
            onChange={(event) => type({ defaultSort: event.target.value as Settings["defaultSort"] })}
            options={Object.entries(SORT_LABELS).map(([value, label]) => ({ value, label }))}
          />
        </Field>
        <ChoiceNote sheet={sheet} part="defaultSort" choose={choose} />
      </div>
      <div>
        <CategoryField sheet={sheet} type={type} error={fields.category} needed={Number(fields.moves ?? 0)} />
        <ChoiceNote sheet={sheet} part="categories" choose={choose} />
      </div>
      <p className="settings-end">
        <SubmitButton>Save the settings</SubmitButton>
      </p>
    </form>
  );
}
