import type { ReactNode } from "react";

export type PageShellProps = { header?: ReactNode; footer?: ReactNode; children: ReactNode };

/** The frame of every page: a way past the header, the header, the page in its width, the footer. */
export function PageShell({ header, footer, children }: PageShellProps) {
  return (
    <div className="shell">
      <a href="#content" className="skip-link">
        Skip to the content
      </a>
      {header}
      <main id="content" tabIndex={-1}>
        <div className="page-width">{children}</div>
      </main>
      {footer}
    </div>
  );
}
