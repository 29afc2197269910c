import { Checkbox } from "../ui/form/checkbox";
import { Field } from "../ui/form/field";
import { RadioGroup } from "../ui/form/radio-group";
import type { Draft } from "./sheet";
import { ACCESS_LABELS } from "./words";

type Access = Draft["access"];
type Props = { base: Access; access: Access; type: (part: Partial<Draft>) => void; error?: string };

/** Who may look around. Opening the hall to everybody wants a second yes. */
export function AccessField({ base, access, type, error }: Props) {
  return (
    <>
      <Field label="Who may look around" name="access" group error={error}>
        <RadioGroup
          defaultValue={access}
          onChange={(value) => type({ access: value as Access })}
          options={[
            {
              value: "members",
              label: ACCESS_LABELS.members,
              hint: "Whoever is not signed in sees the name, the tagline and the logo, and nothing else.",
            },
            {
              value: "public",
              label: ACCESS_LABELS.public,
              hint: "Everybody who has the address can browse, read and download every skill, and see who wrote and rated it. Only members can rate and publish.",
            },
          ]}
        />
      </Field>
      {access === "public" && base === "members" && (
        <Checkbox
          className="mt-3"
          name="opens"
          required
          label="Open the hall to everybody"
          hint="From the moment this is saved. What was read or downloaded then cannot be taken back."
        />
      )}
    </>
  );
}
