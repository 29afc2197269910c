"use client";

import { type ReactNode, useId, useState } from "react";
import { Button } from "../action/button";
import { Icon } from "../icons/icon";

export type FilterPanelProps = {
  /** The button's words on a narrow screen. */
  label?: string;
  /** How many filters are in force. */
  count?: number;
  children: ReactNode;
  className?: string;
};

/** FilterGroups: in sight from 1,024 pixels on, behind a button below that. */
export function FilterPanel({ label = "Filters", count = 0, children, className }: FilterPanelProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={`filter-panel ${className ?? ""}`.trim()}>
      <Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {count > 0 ? `${label} (${count})` : label}
        <Icon name="list-filter" />
      </Button>
      <div id={id}>{children}</div>
    </div>
  );
}
