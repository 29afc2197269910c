import { Dialog } from "radix-ui";
import { type KeyboardEvent, useId, useState } from "react";
import type { SiteNav } from "../layout/site-nav";
import { Icon } from "../ui/icons/icon";
import { OptionList, optionId } from "./option-list";
import { filled, fitting, flat, type Option } from "./options";
import { forgetSearches, rememberSearch } from "./recent";
import { actionOptions, pageOptions } from "./rooms";
import { searchOption, suggestedGroups } from "./suggested";
import { isComposing, useActiveOption } from "./use-active-option";
import { useRecent } from "./use-recent";
import { useSuggestions } from "./use-suggestions";

export type PaletteProps = {
  nav: SiteNav;
  /** Null for a visitor who is not signed in. */
  signOut: (() => Promise<unknown>) | null;
  go: (address: string) => void;
  onClose: () => void;
};

/** Everything one can go to or do, by a few letters. Fetched with the first Ctrl-K. */
export function Palette({ nav, signOut, go, onClose }: PaletteProps) {
  const [before] = useState(() => document.activeElement);
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-veil" />
        <Dialog.Content
          className="palette"
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (before instanceof HTMLElement && before.isConnected) before.focus();
          }}
        >
          <Dialog.Title className="sr-only">Find or do anything</Dialog.Title>
          <PaletteSearch nav={nav} signOut={signOut} go={go} onClose={onClose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteSearch({ nav, signOut, go, onClose }: PaletteProps) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const { recent } = useRecent();
  const { found, isPending } = useSuggestions(typed);
  const words = typed.trim();
  const rooms = [
    { title: "Pages", options: fitting(pageOptions(nav, signOut !== null), typed) },
    { title: "Actions", options: fitting(actionOptions(nav, signOut && leave), typed) },
  ];
  const search = { title: "Search for", options: words === "" ? [] : [searchOption(words)] };
  const [skills, ...others] = suggestedGroups(typed, { ...found, words: [] });
  const groups = filled(words === "" ? [recent, ...rooms] : [...(skills ? [skills] : []), ...rooms, ...others, search]);
  const { active, activate, press } = useActiveOption({ groups, viaField: false, choose });
  const count = flat(groups).length;

  function leave() {
    forgetSearches();
    void signOut?.();
  }

  function choose({ href, run, stays, label, icon }: Option, inNewTab: boolean) {
    if (icon === "words" || icon === "recent") rememberSearch(label);
    if (!stays && !(href && inNewTab)) onClose();
    if (href && inNewTab) window.open(href);
    else if (href) go(href);
    run?.();
  }

  function pressKey({ nativeEvent }: KeyboardEvent) {
    if (!isComposing(nativeEvent)) press(nativeEvent);
  }

  return (
    <>
      <div className="palette-field">
        <Icon name="search" size="lg" />
        <input
          type="text"
          role="combobox"
          aria-expanded={count > 0}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={active && optionId(id, active)}
          aria-label="Find a skill, a person, a page or an action"
          placeholder="Find a skill, a person, a page…"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            activate(null);
          }}
          onKeyDown={pressKey}
        />
      </div>
      <p role="status" className="sr-only">
        {isPending ? "" : count === 1 ? "1 option." : `${count} options.`}
      </p>
      <OptionList
        id={id}
        label="Options"
        groups={groups}
        active={active}
        words={[typed]}
        onActivate={activate}
        onChoose={choose}
      />
    </>
  );
}
