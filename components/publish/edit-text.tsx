"use client";

import { useState } from "react";
import { Field } from "../ui/form/field";
import { Textarea } from "../ui/form/textarea";
import type { Source } from "./source";

type Props = { slug: string; skillMd: string; onSource: (source: Source | null) => void };

/** The SKILL.md of the latest version, to be changed here; the skill's other files stay as they are. */
export function EditText({ slug, skillMd, onSource }: Props) {
  const [text, setText] = useState(skillMd);

  function change(value: string) {
    setText(value);
    onSource(value === skillMd ? null : { kind: "text", text: value, keepFilesOf: slug });
  }

  return (
    <Field label="SKILL.md" name="skill-text" hint="The other files of the skill stay as they are.">
      <Textarea code rows={20} value={text} onChange={(event) => change(event.target.value)} />
    </Field>
  );
}
