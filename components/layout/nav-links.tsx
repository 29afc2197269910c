"use client";

import { usePathname } from "next/navigation";
import { currentEntry } from "./current-entry";
import type { NavEntry } from "./site-nav";

/** Links of which the one that leads to the room being shown says so. */
export function NavLinks({ entries }: { entries: NavEntry[] }) {
  const current = currentEntry(entries, usePathname());
  return entries.map((entry) => (
    <a key={entry.href} href={entry.href} aria-current={entry === current ? "page" : undefined}>
      {entry.label}
    </a>
  ));
}
