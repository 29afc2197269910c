"use client";

import { AlertDialog } from "radix-ui";
import { type ReactNode, useState } from "react";
import { type ActionState, idle } from "@/lib/action-state";
import { toast } from "../feedback/toast";
import { FormError } from "../form/form-error";
import { Button } from "./button";
import { SubmitButton } from "./submit-button";

/** A server action as `useActionState` takes it. */
export type ConfirmAction = (state: ActionState, form: FormData) => Promise<ConfirmOutcome>;

/** What an action answers: a form's whole state, or no more than whether it was done and what to say. */
export type ConfirmOutcome = ActionState | { ok: boolean; message: string };

export type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  returnFocus: () => void;
  title: string;
  body: ReactNode;
  confirmLabel: string;
  cancelLabel?: string;
  action: ConfirmAction;
  fields?: Record<string, string>;
  tone?: "danger" | "primary";
};

/** The question of a ConfirmButton. Kept apart from its button so that Radix is fetched only by those who press it. */
export function ConfirmDialog({
  open,
  onOpenChange,
  returnFocus,
  title,
  body,
  confirmLabel,
  cancelLabel = "Cancel",
  action,
  fields = {},
  tone = "danger",
}: ConfirmDialogProps) {
  const [error, setError] = useState<string | null>(null);

  async function confirm(form: FormData) {
    const outcome = await action(idle, form);
    const refused = "ok" in outcome ? !outcome.ok : outcome.status === "refused";
    setError(refused ? outcome.message : null);
    if (refused) return;
    if (outcome.message) toast(outcome.message);
    onOpenChange(false);
  }

  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="dialog-veil" />
        <AlertDialog.Content
          className="dialog"
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            returnFocus();
          }}
        >
          <AlertDialog.Title className="dialog-title">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="dialog-body">{body}</div>
          </AlertDialog.Description>
          <form action={confirm}>
            {Object.entries(fields).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <FormError className="mt-4">{error}</FormError>
            <div className="dialog-actions">
              <AlertDialog.Cancel asChild>
                <Button variant="secondary">{cancelLabel}</Button>
              </AlertDialog.Cancel>
              <SubmitButton variant={tone}>{confirmLabel}</SubmitButton>
            </div>
          </form>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
