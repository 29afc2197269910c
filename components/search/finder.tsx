import { useRouter } from "next/navigation";
import { type ComponentType, useEffect, useState } from "react";
import type { SiteNav } from "../layout/site-nav";
import type { PaletteProps } from "./palette";
import type { SearchPopupProps } from "./search-popup";

export type FinderProps = Pick<PaletteProps, "signOut"> & { nav: SiteNav };

/** Fetches what suggests when the header's search is first reached, and the palette with the first Ctrl-K (⌘K). */
export function Finder({ nav, signOut }: FinderProps) {
  const { push: go } = useRouter();
  const [Popup, setPopup] = useState<ComponentType<SearchPopupProps> | null>(null);
  const [field, setField] = useState<HTMLInputElement | null>(null);
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    async function reach(target: EventTarget | null) {
      if (!(target instanceof HTMLInputElement) || target.dataset.siteSearch === undefined) return;
      target.role = "combobox";
      target.ariaExpanded = "false";
      target.ariaAutoComplete = "list";
      const { SearchPopup } = await import("./search-popup");
      setPopup(() => SearchPopup);
      setField(target);
    }
    async function call(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k")
        return;
      event.preventDefault();
      const palette = await import("./palette");
      setPalette(() => palette.Palette);
      setOpen((wasOpen) => !wasOpen);
    }
    const focus = (event: FocusEvent) => reach(event.target);
    reach(document.activeElement);
    document.addEventListener("focusin", focus);
    document.addEventListener("keydown", call);
    return () => {
      document.removeEventListener("focusin", focus);
      document.removeEventListener("keydown", call);
    };
  }, []);

  return (
    <>
      {Popup && field && <Popup key={field.closest("details") ? "menu" : "header"} field={field} go={go} />}
      {Palette && isOpen && <Palette nav={nav} signOut={signOut} go={go} onClose={() => setOpen(false)} />}
    </>
  );
}
