import type { ReactNode } from "react";
import type { Theme } from "./theme";
import { ThemeToggle } from "./theme-toggle";

export type SiteFooterProps = {
  /** The organisation's name, or Guildhall on the bare domain. */
  name: string;
  tagline?: ReactNode;
  theme: Theme;
  links?: { label: string; href: string }[];
};

/** The foot of every page: whose hall this is, and how it is lit. */
export function SiteFooter({ name, tagline, theme, links = [] }: SiteFooterProps) {
  return (
    <footer className="site-footer">
      <div className="page-width">
        <p>
          <span className="font-semibold text-ink">{name}</span>
          {tagline && <span className="before:mx-2 before:text-line-strong before:content-['·']">{tagline}</span>}
        </p>
        {links.length > 0 && (
          <nav aria-label="Footer">
            {links.map(({ label, href }) => (
              <a key={href} href={href}>
                {label}
              </a>
            ))}
          </nav>
        )}
        <ThemeToggle theme={theme} />
      </div>
    </footer>
  );
}
