import type { ReactNode } from "react";

export type Crumb = { label: ReactNode; href?: string };

/** The way back up; the last of them is the page itself and has no link. */
export function Breadcrumbs({ items, className }: { items: Crumb[]; className?: string }) {
  return (
    <nav aria-label="Breadcrumbs" className={className}>
      <ol className="breadcrumbs">
        {items.map(({ label, href }, index) => (
          <li key={href ?? "here"}>
            {href ? (
              <a href={href}>{label}</a>
            ) : (
              <span aria-current={index === items.length - 1 ? "page" : undefined}>{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
