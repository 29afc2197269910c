"use client";

import { DropdownMenu } from "radix-ui";
import type { RefObject } from "react";
import type { MenuItem } from "./dropdown-menu";

export type DropdownMenuContentProps = {
  items: MenuItem[];
  align: "start" | "end";
  label?: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The button that opened it, to which the focus returns. */
  button: RefObject<HTMLButtonElement | null>;
};

/** What a DropdownMenu opens. Kept apart from its button so that Radix is fetched only by those who open one. */
export function DropdownMenuContent({ items, align, label, open, onOpenChange, button }: DropdownMenuContentProps) {
  return (
    <DropdownMenu.Root open={open} onOpenChange={onOpenChange} modal={false}>
      {/* The real button is the page's own and was there before this script; Radix gets an anchor of its size to stand beside. */}
      <DropdownMenu.Trigger asChild>
        <span aria-hidden tabIndex={-1} className="pointer-events-none absolute inset-0" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align={align}
          sideOffset={4}
          collisionPadding={8}
          loop
          aria-label={label}
          aria-labelledby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            button.current?.focus();
          }}
          // A press on the button closes the menu by the button's own doing; closing it here too would open it again.
          onInteractOutside={(event) => {
            if (button.current?.contains(event.target as Node)) event.preventDefault();
          }}
        >
          {items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a menu's items stand still while it is open
            <Item key={index} item={item} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Item({ item }: { item: MenuItem }) {
  if (item.kind === "separator") return <DropdownMenu.Separator className="menu-separator" />;
  if (item.kind === "heading") return <DropdownMenu.Label className="menu-heading">{item.label}</DropdownMenu.Label>;
  if (item.kind === "link") {
    return (
      <DropdownMenu.Item className="menu-item" asChild>
        <a href={item.href}>
          {item.icon}
          {item.label}
        </a>
      </DropdownMenu.Item>
    );
  }
  return (
    <DropdownMenu.Item className="menu-item" data-danger={item.danger || undefined} onSelect={() => void item.action()}>
      {item.icon}
      {item.label}
    </DropdownMenu.Item>
  );
}
