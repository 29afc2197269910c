"use client";

import { useEffect, useState } from "react";
import { CheckIcon } from "../icons/check";
import { CopyIcon } from "../icons/copy";
import { type ButtonSize, type ButtonVariant, buttonClasses } from "./button";

export type CopyButtonProps = {
  /** What goes to the clipboard; a function is asked when the button is pressed. */
  text: string | (() => string);
  /** The button's name, “Copy” unless told: say what is copied where several stand together. */
  label?: string;
  /** Shows the name beside the icon. */
  labelled?: boolean;
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
  /** Called once the text is on the clipboard. */
  onCopied?: () => void;
};

/** Copies a text and says so, to eyes and to screen readers. */
export function CopyButton({
  text,
  label = "Copy",
  labelled = false,
  variant = "ghost",
  size = "sm",
  className,
  onCopied,
}: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    await writeToClipboard(typeof text === "string" ? text : text());
    setCopied(true);
    onCopied?.();
  }

  const Icon = copied ? CheckIcon : CopyIcon;
  return (
    <button
      type="button"
      className={buttonClasses(variant, size, `copy-button ${className ?? ""}`)}
      data-copied={copied || undefined}
      aria-label={labelled ? undefined : label}
      title={labelled ? undefined : label}
      onClick={copy}
    >
      <Icon />
      {labelled && <span>{copied ? "Copied" : label}</span>}
      <span role="status" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </button>
  );
}

/** The clipboard interface exists only on https and localhost; a hall on a plain-http intranet copies the old way. */
async function writeToClipboard(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
