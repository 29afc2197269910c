/** How the site is lit: as the reader's system says, or always light or dark. */
export const THEMES = ["system", "light", "dark"] as const;

export type Theme = (typeof THEMES)[number];

/** The cookie in which a reader's choice is kept; no cookie means `system`. */
export const themeCookie = "theme";

/** The theme a cookie's value names; anything else is `system`. */
export function parseTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}

/** What `<html data-theme>` takes: nothing for `system`, so that the style sheet asks the reader's system. */
export function themeAttribute(theme: Theme): "light" | "dark" | undefined {
  return theme === "system" ? undefined : theme;
}
