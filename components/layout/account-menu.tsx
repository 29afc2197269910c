import { DropdownMenu } from "../ui/action/dropdown-menu";
import { Icon } from "../ui/icons/icon";
import { Avatar } from "../ui/mark/avatar";
import type { Viewer } from "./viewer";

export type AccountMenuProps = { viewer: Viewer; signOut: () => Promise<unknown> };

/** Who is signed in, their account, and the way out. */
export function AccountMenu({ viewer, signOut }: AccountMenuProps) {
  return (
    <DropdownMenu
      className="site-account"
      label={`Your account, ${viewer.name}`}
      trigger={
        <>
          <Avatar name={viewer.name} />
          <Icon name="chevron-down" size="sm" className="mx-1 text-muted" />
        </>
      }
      items={[
        { kind: "heading", label: <AccountName viewer={viewer} /> },
        { kind: "separator" },
        { kind: "link", label: "Your account", href: "/account", icon: <Icon name="user" /> },
        { kind: "separator" },
        { kind: "action", label: "Sign out", action: signOut, icon: <Icon name="log-out" /> },
      ]}
    />
  );
}

/** A person's name over their address and role. */
export function AccountName({ viewer }: { viewer: Viewer }) {
  return (
    <span className="grid min-w-0">
      <span className="truncate font-semibold text-ink text-sm">{viewer.name}</span>
      <span className="truncate text-muted text-xs">{viewer.email}</span>
      <span className="text-muted text-xs capitalize">{viewer.role}</span>
    </span>
  );
}
