"use client";

import { useRef } from "react";
import { CopyButton } from "../ui/action/copy-button";

/** Copies the one text that is in sight among the texts it stands beside; style decides which that is. */
export function CopyShown({ label, onCopied }: { label: string; onCopied?: () => Promise<void> }) {
  const place = useRef<HTMLSpanElement>(null);
  function shown(): string {
    const texts = [...(place.current?.parentElement?.querySelectorAll("pre") ?? [])];
    return texts.find((text) => text.offsetParent)?.textContent ?? "";
  }
  return (
    <span ref={place}>
      <CopyButton text={shown} label={label} onCopied={onCopied} />
    </span>
  );
}
