import type { ReactNode } from "react";
import { Icon } from "../icons/icon";
import { NumberText } from "../text/number-text";

export type FilterOption = {
  label: ReactNode;
  /** The same page with this filter switched; for the chosen one, without it. */
  href: string;
  count?: number;
  current?: boolean;
};

export type FilterGroupProps = {
  title: string;
  options: FilterOption[];
  /** Starts folded. */
  folded?: boolean;
  /** Below the options: “Show all tags”. */
  footer?: ReactNode;
  className?: string;
};

/** One way to narrow a list: links, so that every state has an address, in a fold that needs no script. */
export function FilterGroup({ title, options, folded = false, footer, className }: FilterGroupProps) {
  return (
    <details className={`filter-group ${className ?? ""}`} open={!folded}>
      <summary>
        {title}
        <Icon name="chevron-down" />
      </summary>
      <ul className="filter-list">
        {options.map(({ label, href, count, current }) => (
          <li key={href}>
            <a className="filter-option" href={href} aria-current={current ? "true" : undefined}>
              <span className="min-w-0 truncate">{label}</span>
              {count !== undefined && <NumberText value={count} />}
            </a>
          </li>
        ))}
        {footer && <li>{footer}</li>}
      </ul>
    </details>
  );
}
