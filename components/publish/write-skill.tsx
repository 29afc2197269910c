"use client";

import { useState } from "react";
import { Field } from "../ui/form/field";
import { Input } from "../ui/form/input";
import { Textarea } from "../ui/form/textarea";
import { type SkillFields, skillText } from "./skill-text";
import type { Source } from "./source";

const empty: SkillFields = { name: "", description: "", license: "", body: "" };

/** A skill written here: its fields become a SKILL.md, which is checked while one types. */
export function WriteSkill({ onSource }: { onSource: (source: Source | null) => void }) {
  const [fields, setFields] = useState(empty);

  function change(field: keyof SkillFields, value: string) {
    const changed = { ...fields, [field]: value };
    setFields(changed);
    const ready = changed.name && changed.description && changed.body;
    onSource(ready ? { kind: "text", text: skillText(changed) } : null);
  }

  return (
    <div className="grid gap-4">
      <Field label="Name" name="skill-name" hint="Lower-case letters, digits and hyphens, as in release-notes.">
        <Input
          required
          maxLength={64}
          autoCapitalize="none"
          spellCheck={false}
          value={fields.name}
          onChange={(event) => change("name", event.target.value)}
        />
      </Field>
      <Field
        label="Description"
        name="skill-description"
        hint="What it does and when an agent should use it. Agents choose by this sentence."
      >
        <Textarea
          required
          rows={3}
          maxLength={1024}
          value={fields.description}
          onChange={(event) => change("description", event.target.value)}
        />
      </Field>
      <Field label="Instructions" name="skill-body" hint="Markdown. What the agent reads when it uses the skill.">
        <Textarea
          required
          code
          rows={14}
          value={fields.body}
          onChange={(event) => change("body", event.target.value)}
        />
      </Field>
      <Field label="Licence" name="skill-license" optional>
        <Input maxLength={100} value={fields.license} onChange={(event) => change("license", event.target.value)} />
      </Field>
    </div>
  );
}
