import { Avatar } from "../ui/mark/avatar";
import { NavLinks } from "./nav-links";
import type { Viewer } from "./viewer";

export type AccountMenuProps = { viewer: Viewer; signOut: () => Promise<unknown> };

/** Who is signed in, their account, and the way out. */
export function AccountMenu({ viewer, signOut }: AccountMenuProps) {
  return (
    <nav aria-label="Account" className="site-menu-list">
      <div className="site-menu-viewer">
        <Avatar name={viewer.name} size={36} />
        <p>
          <b>{viewer.name}</b>
          <span>{viewer.email}</span>
          <span className="capitalize">{viewer.role}</span>
        </p>
      </div>
      <NavLinks entries={[{ label: "Your account", href: "/account" }]} />
      <form action={signOut as () => Promise<void>}>
        <button type="submit">Sign out</button>
      </form>
    </nav>
  );
}
