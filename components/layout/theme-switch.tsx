"use client";

import type { ChangeEvent, ReactNode } from "react";
import { parseTheme, themeCookie } from "./theme";

/** A group of radio buttons whose choice lights the page at once, and is kept in a cookie for the server's next page. */
export function ThemeSwitch({ children }: { children: ReactNode }) {
  return (
    <div role="radiogroup" aria-label="Theme" className="theme-toggle" onChange={light}>
      {children}
    </div>
  );
}

function light(event: ChangeEvent<HTMLDivElement>): void {
  const theme = parseTheme((event.target as unknown as HTMLInputElement).value);
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  const seconds = theme === "system" ? 0 : 31_536_000;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser yet
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${seconds}; samesite=lax`;
}
