import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "./breadcrumbs";

export type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  /** At most one of them is the page's primary action. */
  actions?: ReactNode;
  breadcrumbs?: Crumb[];
  className?: string;
};

/** A page's one title, what it is about, and what can be done. */
export function PageHeader({ title, description, actions, breadcrumbs, className }: PageHeaderProps) {
  return (
    <div className={className}>
      {breadcrumbs && <Breadcrumbs items={breadcrumbs} className="mb-4" />}
      <header className="page-header">
        <div>
          <h1>{title}</h1>
          {description && <div className="page-header-description">{description}</div>}
        </div>
        {actions && <div className="page-header-actions">{actions}</div>}
      </header>
    </div>
  );
}
