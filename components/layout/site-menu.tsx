import type { ReactNode } from "react";
import { Icon } from "../ui/icons/icon";
import { Avatar } from "../ui/mark/avatar";
import { AccountMenu, type AccountMenuProps } from "./account-menu";

type Props = {
  /** Null for a visitor: on a wide screen there is then no menu at all. */
  account: AccountMenuProps | null;
  /** What stands in the header itself where there is room: the search and the doors. */
  children: ReactNode;
};

/** What opens at the header's end: on a narrow screen everything, on a wide one the account. It needs no script. */
export function SiteMenu({ account, children }: Props) {
  return (
    <details className="site-menu" data-visitor={account ? undefined : ""}>
      <summary>
        <span className="site-menu-narrow">
          <Icon name="menu" size="lg" />
          <Icon name="x" size="lg" />
          <span className="sr-only">Menu</span>
        </span>
        {account && (
          <span className="site-menu-wide">
            <Avatar name={account.viewer.name} />
            <Icon name="chevron-down" size="sm" />
            <span className="sr-only">{`Your account, ${account.viewer.name}`}</span>
          </span>
        )}
      </summary>
      <div className="site-menu-panel">
        <div className="site-menu-narrow">{children}</div>
        {account && <AccountMenu {...account} />}
      </div>
    </details>
  );
}
