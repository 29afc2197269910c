"use client";

import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import type { MenuItem } from "./dropdown-menu";

export type DropdownMenuContentProps = {
  items: MenuItem[];
  align: "start" | "end";
  label?: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  returnFocus: () => void;
};

/** What a DropdownMenu opens. Kept apart from its button so that Radix is fetched only by those who open one. */
export function DropdownMenuContent({
  items,
  align,
  label,
  open,
  onOpenChange,
  returnFocus,
}: DropdownMenuContentProps) {
  return (
    <DropdownMenu.Root open={open} onOpenChange={onOpenChange}>
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
            returnFocus();
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
        <Link href={item.href} prefetch={false}>
          {item.icon}
          {item.label}
        </Link>
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
