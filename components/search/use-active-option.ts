import { useState } from "react";
import { flat, nextActive, type Option, type OptionGroup } from "./options";

type Parts = {
  groups: OptionGroup[];
  /** Whether the arrows pass the field, and nothing is active until they are used. */
  viaField: boolean;
  choose: (option: Option, inNewTab: boolean) => void;
};

export type ActiveOption = {
  active: Option | undefined;
  activate: (option: Option | null) => void;
  /** Whether a key was the list's; its default is then prevented. */
  press: (event: KeyboardEvent) => boolean;
};

/** The option that the keyboard is at, while the focus stays in the field (WAI-ARIA: aria-activedescendant). */
export function useActiveOption({ groups, viaField, choose }: Parts): ActiveOption {
  const options = flat(groups);
  const [key, setKey] = useState<string | null>(null);
  // By its key and not its place: what comes in meanwhile must not put another one under the finger.
  const place = options.findIndex((option) => option.key === key);
  const at = place < 0 && !viaField && options.length > 0 ? 0 : place;
  const active = options[at];

  function press(event: KeyboardEvent): boolean {
    const isOurs = act(event);
    if (isOurs) event.preventDefault();
    return isOurs;
  }

  function act({ key: pressed, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
    if (pressed === "ArrowDown" || pressed === "ArrowUp") {
      if (altKey || shiftKey || options.length === 0) return false;
      setKey(options[nextActive(at, options.length, pressed, viaField)]?.key ?? null);
      return true;
    }
    if (pressed === "Enter" && active) {
      choose(active, ctrlKey || metaKey);
      return true;
    }
    if (pressed === "Delete" && active?.forget) {
      active.forget();
      setKey(options[at + 1]?.forget ? (options[at + 1]?.key ?? null) : null);
      return true;
    }
    return false;
  }

  return { active, activate: (option) => setKey(option?.key ?? null), press };
}

/** Whether a key belongs to an input method, which is still composing a word and takes Enter and the arrows for itself. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;
