"use client";

import { type FormEvent, useState } from "react";
import { Button } from "../ui/action/button";
import { ProgressBar } from "../ui/feedback/progress-bar";
import { Field } from "../ui/form/field";
import { FormError } from "../ui/form/form-error";
import { Input } from "../ui/form/input";
import { Select } from "../ui/form/select";
import { Textarea } from "../ui/form/textarea";
import type { Checked, Verdict } from "./checked";
import { VersionField } from "./version-field";

type Props = {
  verdict: Exclude<Verdict, { kind: "refused" }>;
  next: Checked["next"];
  categories: string[];
  /** From 0 to 1 while it is being sent. */
  progress: number | null;
  refusal: { error: string; fields: Record<string, string> } | null;
  onPublish: (details: FormData) => void;
};

/** What is said of a package beside the package itself, and the button that publishes it. */
export function PublishDetails({ verdict, next, categories, progress, refusal, onPublish }: Props) {
  const { kind, skill } = verdict;
  const [version, setVersion] = useState(kind === "next" ? next.minor : (skill.version ?? "1.0.0"));
  const fields = refusal?.fields ?? {};

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (progress === null) onPublish(new FormData(event.currentTarget));
  }

  return (
    <form className="card stack-form" onSubmit={submit}>
      {kind === "next" && <input type="hidden" name="slug" value={skill.slug} />}
      {kind === "new" && (
        <>
          <Field label="Category" name="category" error={fields.category}>
            <Select required defaultValue="">
              <option value="" disabled>
                Choose a category
              </option>
              {categories.map((category) => (
                <option key={category}>{category}</option>
              ))}
            </Select>
          </Field>
          <Field label="Tags" name="tags" optional hint="Up to 10, with commas between." error={fields.tags}>
            <Input defaultValue={skill.tags.join(", ")} autoCapitalize="none" />
          </Field>
        </>
      )}
      <VersionField value={version} onValue={setVersion} next={kind === "next" ? next : null} error={fields.version} />
      <Field label="What changed" name="changelog" optional error={fields.changelog}>
        <Textarea rows={3} maxLength={4000} placeholder={kind === "new" ? "First version." : undefined} />
      </Field>
      <FormError>{refusal?.error}</FormError>
      {progress !== null && <ProgressBar label="Sent" value={Math.round(progress * 100)} />}
      <p className="form-actions">
        <Button type="submit" variant="primary" pending={progress !== null}>
          Publish {version}
        </Button>
      </p>
    </form>
  );
}
