import { type SiteNav, siteNavEntries } from "../layout/site-nav";
import { THEMES, type Theme } from "../layout/theme";
import type { Option } from "./options";

/** The pages that this visitor may open. */
export function pageOptions(nav: SiteNav, isMember: boolean): Option[] {
  const own = isMember ? [{ label: "Your account", href: "/account" }] : [{ label: "Sign in", href: "/login" }];
  const pages = [{ label: "Front page", href: "/" }, ...siteNavEntries(nav), ...own];
  return pages
    .filter(({ href }) => href !== PUBLISH)
    .map(({ label, href }) => ({ key: `page ${href}`, label, icon: "page", href }));
}

const PUBLISH = "/skills/new";

const themes: Record<Theme, string> = {
  system: "Use the theme of my system",
  light: "Use the light theme",
  dark: "Use the dark theme",
};

/** What this visitor may do from anywhere. */
export function actionOptions(nav: SiteNav, signOut: (() => void) | null): Option[] {
  const publish: Option[] = nav.publish
    ? [{ key: "publish", label: "Publish a skill", icon: "action", href: PUBLISH }]
    : [];
  const lights = THEMES.map(
    (theme): Option => ({
      key: `theme ${theme}`,
      label: themes[theme],
      icon: "action",
      run: () => light(theme),
    }),
  );
  const leave: Option[] = signOut ? [{ key: "sign out", label: "Sign out", icon: "action", run: signOut }] : [];
  return [...publish, ...lights, ...leave];
}

/** By the page's own switch, which then shows what was chosen. */
function light(theme: Theme): void {
  document.querySelector<HTMLInputElement>(`.theme-toggle input[value="${theme}"]`)?.click();
}
