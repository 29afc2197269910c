"use client";

import { useEffect, useState } from "react";

export type CopyButtonProps = {
  /** What goes to the clipboard; a function is asked when the button is pressed. */
  text: string | (() => string);
  /** The button's name, “Copy” unless told: say what is copied where several stand together. */
  label?: string;
  /** Called once the text is on the clipboard. */
  onCopied?: () => void;
};

/** Copies a text and says so, to eyes and to screen readers. Its icon is the style sheet's, so that no script carries it. */
export function CopyButton({ text, label = "Copy", onCopied }: CopyButtonProps) {
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

  return (
    <button
      type="button"
      className="button button-ghost button-sm copy-button"
      data-copied={copied || undefined}
      aria-label={label}
      title={label}
      onClick={copy}
    >
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
