import { useEffect, useEffectEvent, useId, useState } from "react";
import { createPortal } from "react-dom";
import { OptionList, optionId } from "./option-list";
import { filled, flat, type Option } from "./options";
import { rememberSearch } from "./recent";
import { suggestedGroups } from "./suggested";
import { isComposing, useActiveOption } from "./use-active-option";
import { useRecent } from "./use-recent";
import { useSuggestions } from "./use-suggestions";

export type SearchPopupProps = {
  /** The header's search field, as the server drew it. */
  field: HTMLInputElement;
  /** Goes on to a page. */
  go: (address: string) => void;
};

/** Makes a combobox of the header's search field: suggestions while one types, recent searches before (WAI-ARIA APG, listbox popup). */
export function SearchPopup({ field, go }: SearchPopupProps) {
  const id = useId();
  const [typed, setTyped] = useState(field.value);
  const [isOpen, setOpen] = useState(true);
  const { recent, reread } = useRecent();
  const { found, isPending } = useSuggestions(isOpen ? typed : "");
  const groups = filled(typed.trim() === "" ? [recent] : suggestedGroups(typed, found));
  const { active, activate, press } = useActiveOption({ groups, viaField: true, choose });
  const count = flat(groups).length;
  const isShown = isOpen && count > 0;

  function choose({ href, run, stays, label, icon }: Option, inNewTab: boolean) {
    if (icon === "words" || icon === "recent") rememberSearch(label);
    if (!stays) close();
    if (href && inNewTab) window.open(href);
    else if (href) go(href);
    run?.();
  }

  function close() {
    setOpen(false);
    activate(null);
  }

  const type = useEffectEvent(() => {
    setTyped(field.value);
    activate(null);
    if (!isOpen) reread();
    setOpen(true);
  });
  const pressKey = useEffectEvent((event: KeyboardEvent) => {
    if (isComposing(event)) return;
    // What is open is closed first; on a closed list Escape is the field's own, and empties it.
    if (event.key === "Escape" && isShown) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (isShown) press(event);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") type();
  });
  const catchUp = useEffectEvent(() => {
    if (field.value !== typed) type();
  });
  const leave = useEffectEvent(close);
  const send = useEffectEvent((event: SubmitEvent) => {
    rememberSearch(field.value);
    close();
    if (field.value.trim() === "") return;
    event.preventDefault();
    go(`/skills?q=${encodeURIComponent(field.value.trim())}`);
  });

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const search = () => type();
    field.addEventListener("input", search, { signal });
    field.addEventListener("focus", search, { signal });
    field.addEventListener("click", search, { signal });
    field.addEventListener("keydown", (event) => pressKey(event), { signal });
    field.addEventListener("blur", () => leave(), { signal });
    field.form?.addEventListener("submit", (event) => send(event), { signal });
    // What came after the field was first read, and before it was listened to.
    catchUp();
    return () => stop.abort();
  }, [field]);

  useEffect(() => {
    field.setAttribute("aria-expanded", String(isShown));
    setOrRemove(field, "aria-controls", isShown ? id : null);
    setOrRemove(field, "aria-activedescendant", isShown && active ? optionId(id, active) : null);
  }, [field, id, isShown, active]);

  if (!field.form) return null;
  return createPortal(
    <>
      <p role="status" className="sr-only">
        {isOpen && !isPending ? announcement(count, typed) : ""}
      </p>
      {isShown && (
        <div className="search-popup">
          <OptionList
            id={id}
            label="Suggestions"
            groups={groups}
            active={active}
            words={[typed]}
            onActivate={activate}
            onChoose={choose}
          />
          {typed.trim() === "" && <p className="search-popup-hint">Delete removes the chosen one</p>}
        </div>
      )}
    </>,
    field.form,
  );
}

function announcement(count: number, typed: string): string {
  const isRecent = typed.trim() === "";
  // The last option clears the others and is no search.
  const shown = isRecent ? count - 1 : count;
  if (shown <= 0) return isRecent ? "" : "No suggestions. Enter searches.";
  const kind = isRecent ? "recent search" : "suggestion";
  return shown === 1 ? `1 ${kind}.` : `${shown} ${kind}${isRecent ? "es" : "s"}.`;
}

function setOrRemove(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
