"use client";

import { type ComponentType, type ReactNode, useRef, useState } from "react";
import { type ButtonSize, type ButtonVariant, buttonClasses } from "./button-classes";
import type { ConfirmAction, ConfirmDialogProps } from "./confirm-dialog";

export type ConfirmButtonProps = {
  /** The button's words: “Delete this skill…”. */
  children: ReactNode;
  /** The question: “Delete Code review?” */
  title: string;
  /** What will happen and whether it can be undone. */
  body: ReactNode;
  /** A verb with its object: “Delete Code review”. */
  confirmLabel: string;
  cancelLabel?: string;
  /** When it is done, its message is a toast and the dialog closes; when it is refused, the message is shown in the dialog. */
  action: ConfirmAction;
  /** Hidden fields of the form that is sent. */
  fields?: Record<string, string>;
  /** The confirming button: `danger` unless told. */
  tone?: "danger" | "primary";
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
  disabled?: boolean;
  /** The button's accessible name where its words alone are not enough. */
  "aria-label"?: string;
};

/** A button that asks before it acts. The dialog's script is fetched when the pointer or the focus comes near. */
export function ConfirmButton({
  children,
  variant = "secondary",
  size,
  className,
  disabled,
  "aria-label": ariaLabel,
  ...dialog
}: ConfirmButtonProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [Dialog, setDialog] = useState<ComponentType<ConfirmDialogProps> | null>(null);
  const [open, setOpen] = useState(false);

  async function ask() {
    const { ConfirmDialog } = await fetchDialog();
    setDialog(() => ConfirmDialog);
    setOpen(true);
  }

  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={buttonClasses(variant, size, className)}
        disabled={disabled}
        aria-label={ariaLabel}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={ask}
        onPointerEnter={fetchDialog}
        onFocus={fetchDialog}
      >
        {children}
      </button>
      {Dialog && <Dialog {...dialog} open={open} onOpenChange={setOpen} returnFocus={() => trigger.current?.focus()} />}
    </>
  );
}

function fetchDialog() {
  return import("./confirm-dialog");
}
