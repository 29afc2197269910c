import { ButtonLink } from "../ui/action/button-link";
import { LogoMark } from "./logo-mark";
import { NavLinks } from "./nav-links";
import { SiteMenu } from "./site-menu";
import { type SiteNav, siteNavEntries } from "./site-nav";
import { SiteSearch } from "./site-search";
import type { Organisation, Viewer } from "./viewer";

export type SiteHeaderProps = {
  organisation: Organisation;
  /** Null for a visitor who is not signed in. */
  viewer: Viewer | null;
  /** Which doors to show. */
  nav?: SiteNav;
  /** Server action. */
  signOut: () => Promise<unknown>;
  /** Where a visitor signs in. */
  signInHref?: string;
};

/** The head of every page of a hall: whose it is, where to go, search, and who is signed in. */
export function SiteHeader({ organisation, viewer, nav = {}, signOut, signInHref = "/login" }: SiteHeaderProps) {
  const entries = siteNavEntries(nav);
  const searchable = nav.browse !== false;
  return (
    <header className="site-header">
      <div className="page-width">
        <a href="/" className="site-brand">
          {/* biome-ignore lint/performance/noImgElement: the logo is already re-encoded to the size it is shown at */}
          {organisation.logoUrl ? <img src={organisation.logoUrl} alt="" height={28} /> : <LogoMark size={26} />}
          <span>{organisation.name}</span>
        </a>
        <nav aria-label="Main" className="site-nav">
          <NavLinks entries={entries} />
        </nav>
        {searchable && <SiteSearch className="site-search" hotkey="/" />}
        <div className="site-end">
          {!viewer && (
            <ButtonLink href={signInHref} size="sm">
              Sign in
            </ButtonLink>
          )}
          <SiteMenu account={viewer && { viewer, signOut }}>
            {searchable && <SiteSearch />}
            <nav aria-label="Menu" className="site-menu-list">
              <NavLinks entries={entries} />
            </nav>
          </SiteMenu>
        </div>
      </div>
    </header>
  );
}
