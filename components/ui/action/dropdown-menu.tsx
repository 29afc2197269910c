"use client";

import { type ComponentType, type ReactNode, useRef, useState } from "react";
import type { DropdownMenuContentProps } from "./dropdown-menu-content";

export type MenuItem =
  | { kind: "link"; label: string; href: string; icon?: ReactNode }
  /** A server action (or any function); the menu closes when it is chosen. */
  | { kind: "action"; label: string; action: () => unknown; icon?: ReactNode; danger?: boolean }
  | { kind: "heading"; label: ReactNode }
  | { kind: "separator" };

export type DropdownMenuProps = {
  /** What the trigger shows. */
  trigger: ReactNode;
  /** The trigger's accessible name where what it shows is not words. */
  label?: string;
  items: MenuItem[];
  align?: "start" | "end";
  /** The trigger's classes: `buttonClasses("ghost")` for a plain button. */
  className?: string;
};

/**
 * A menu behind a button. The button is plain HTML; the menu's script is fetched when the pointer or the focus comes near, so a
 * page on which nobody opens a menu never pays for it.
 */
export function DropdownMenu({
  trigger,
  label,
  items,
  align = "end",
  className = "button button-ghost",
}: DropdownMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [Content, setContent] = useState<ComponentType<DropdownMenuContentProps> | null>(null);
  const [open, setOpen] = useState(false);

  async function show() {
    const { DropdownMenuContent } = await fetchMenu();
    setContent(() => DropdownMenuContent);
    setOpen(true);
  }

  return (
    <span className="relative inline-flex">
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => (open ? setOpen(false) : show())}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          show();
        }}
        onPointerEnter={fetchMenu}
        onFocus={fetchMenu}
      >
        {trigger}
      </button>
      {Content && (
        <Content items={items} align={align} label={label} open={open} onOpenChange={setOpen} button={button} />
      )}
    </span>
  );
}

function fetchMenu() {
  return import("./dropdown-menu-content");
}
