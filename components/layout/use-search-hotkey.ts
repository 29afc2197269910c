import { useEffect } from "react";

/** “/” reaches the header's search field; on a narrow screen it opens the menu in which the field stands. */
export function useSearchHotkey(): void {
  useEffect(() => {
    function reach(event: KeyboardEvent) {
      const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event.target);
      if (!slash) return;
      const field = visibleField();
      if (!field) return;
      event.preventDefault();
      field.focus();
      field.select();
    }
    document.addEventListener("keydown", reach);
    return () => document.removeEventListener("keydown", reach);
  }, []);
}

function visibleField(): HTMLInputElement | undefined {
  const fields = [...document.querySelectorAll<HTMLInputElement>("[data-site-search]")];
  const inSight = fields.find((field) => field.checkVisibility());
  if (inSight) return inSight;
  const folded = fields.find((field) => field.closest("details"));
  const menu = folded?.closest("details");
  if (menu) menu.open = true;
  return folded;
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
