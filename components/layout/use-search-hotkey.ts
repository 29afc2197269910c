import { useEffect } from "react";

/** “/” and Ctrl-K (⌘K) reach the header's search field; on a narrow screen they open the menu it stands in. */
export function useSearchHotkey(): void {
  useEffect(() => {
    function reach(event: KeyboardEvent) {
      const chord = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
      const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event.target);
      if (!chord && !slash) return;
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
