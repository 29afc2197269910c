import { useEffect } from "react";
import { parseTheme, themeCookie } from "./theme";

/** A choice of the ThemeToggle lights the page at once, and is kept in a cookie for the server's next page. */
export function useThemeChoice(): void {
  useEffect(() => {
    document.addEventListener("change", light);
    return () => document.removeEventListener("change", light);
  }, []);
}

function light({ target }: Event): void {
  if (!(target instanceof HTMLInputElement) || !target.closest(".theme-toggle")) return;
  const theme = parseTheme(target.value);
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  const seconds = theme === "system" ? 0 : 31_536_000;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser yet
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${seconds}; samesite=lax`;
}
