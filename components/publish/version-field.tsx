"use client";

import { Button } from "../ui/action/button";
import { Field } from "../ui/form/field";
import { Input } from "../ui/form/input";

type Props = {
  value: string;
  onValue: (version: string) => void;
  /** The next ones after the latest; null for a first version. */
  next: { patch: string; minor: string; major: string } | null;
  error?: string;
};

const steps = [
  { step: "patch", means: "a correction" },
  { step: "minor", means: "something new" },
  { step: "major", means: "works otherwise" },
] as const;

/** The version to publish, with the next ones a press away. */
export function VersionField({ value, onValue, next, error }: Props) {
  return (
    <div>
      <Field label="Version" name="version" error={error}>
        <Input
          required
          maxLength={64}
          spellCheck={false}
          className="max-w-48"
          value={value}
          onChange={(event) => onValue(event.target.value.trim())}
        />
      </Field>
      {next && (
        <p className="version-steps">
          {steps.map(({ step, means }) => (
            <Button key={step} size="sm" aria-pressed={value === next[step]} onClick={() => onValue(next[step])}>
              {next[step]} <span>{means}</span>
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}
