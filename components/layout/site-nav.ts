/** Which rooms the visitor may enter; the header shows no door to the others. */
export type SiteNav = {
  /** The visitor may look around; true unless told. */
  browse?: boolean;
  /** The visitor is a member, and may vote for what is asked for. */
  requests?: boolean;
  /** The visitor may publish. */
  publish?: boolean;
  /** The visitor runs the hall. */
  admin?: boolean;
};

export type NavEntry = { label: string; href: string };

/** The doors of those rooms, in their order. */
export function siteNavEntries({ browse = true, requests, publish, admin }: SiteNav): NavEntry[] {
  return [
    ...(browse ? [{ label: "Browse", href: "/skills" }] : []),
    ...(requests ? [{ label: "Requests", href: "/requests" }] : []),
    ...(publish ? [{ label: "Publish", href: "/skills/new" }] : []),
    ...(admin
      ? [
          { label: "Settings", href: "/admin/settings" },
          { label: "Searches", href: "/admin/searches" },
          { label: "Audit log", href: "/admin/audit" },
        ]
      : []),
  ];
}
