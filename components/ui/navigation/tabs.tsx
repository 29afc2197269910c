import type { ReactNode } from "react";
import { NumberText } from "../text/number-text";

export type Tab = { label: ReactNode; href: string; current?: boolean; count?: number };

/** The rooms of one thing, each with an address of its own. */
export function Tabs({ label, items, className }: { label: string; items: Tab[]; className?: string }) {
  return (
    <nav aria-label={label} className={`tabs ${className ?? ""}`.trim()}>
      {items.map(({ label: words, href, current, count }) => (
        <a key={href} href={href} aria-current={current ? "page" : undefined}>
          {words}
          {count !== undefined && <NumberText value={count} compact className="tabs-count" />}
        </a>
      ))}
    </nav>
  );
}
