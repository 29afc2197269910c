import { usePathname } from "next/navigation";
import { useEffect } from "react";

/** The header's menu opens without a script; this closes it after a choice, on Escape, and when what is outside is reached. */
export function useSiteMenu(): void {
  const pathname = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving somewhere else is what closes the menu
  useEffect(() => {
    const menu = openMenu();
    if (menu) menu.open = false;
  }, [pathname]);

  useEffect(() => {
    function closeOnEscape(event: KeyboardEvent) {
      const menu = event.key === "Escape" && openMenu();
      if (!menu) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
    function closeOutside(event: Event) {
      const menu = openMenu();
      if (menu && !menu.contains(event.target as Node)) menu.open = false;
    }
    document.addEventListener("keydown", closeOnEscape);
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    return () => {
      document.removeEventListener("keydown", closeOnEscape);
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
    };
  }, []);
}

function openMenu(): HTMLDetailsElement | null {
  return document.querySelector<HTMLDetailsElement>(".site-menu[open]");
}
