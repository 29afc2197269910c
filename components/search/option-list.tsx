import { type MouseEvent, useEffect, useRef } from "react";
import { Icon, type IconName } from "../ui/icons/icon";
import { Marked } from "./marked";
import type { Option, OptionGroup } from "./options";

const icons: Record<Option["icon"], IconName> = {
  skill: "package",
  person: "user",
  words: "search",
  recent: "clock",
  page: "arrow-right",
  action: "arrow-right",
};

type Props = {
  id: string;
  label: string;
  groups: OptionGroup[];
  active: Option | undefined;
  /** What of the options is marked. */
  words: string[];
  onActivate: (option: Option) => void;
  onChoose: (option: Option, inNewTab: boolean) => void;
};

export const optionId = (listId: string, option: Option): string => `${listId}-${option.key.replace(/\s/g, "_")}`;

/** The list of a combobox. The focus stays in the field, which names the active option. */
export function OptionList({ id, label, groups, active, words, onActivate, onChoose }: Props) {
  return (
    // A press must not take the focus out of the field.
    <div role="listbox" id={id} aria-label={label} className="options" onMouseDown={(event) => event.preventDefault()}>
      {groups.map(({ title, options }, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox groups its options by this role
        <div key={title} role="group" aria-labelledby={`${id}-${index}`}>
          <p id={`${id}-${index}`} role="presentation" className="options-title">
            {title}
          </p>
          {options.map((option) => (
            <OptionRow
              key={option.key}
              id={optionId(id, option)}
              option={option}
              isActive={option === active}
              words={words}
              onActivate={onActivate}
              onChoose={onChoose}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

type RowProps = Pick<Props, "words" | "onActivate" | "onChoose"> & { id: string; option: Option; isActive: boolean };

function OptionRow({ id, option, isActive, words, onActivate, onChoose }: RowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);

  function choose(event: MouseEvent) {
    onChoose(option, event.ctrlKey || event.metaKey);
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which has the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the field is focused, and names the active option
    <div
      ref={row}
      role="option"
      id={id}
      aria-selected={isActive}
      className="option"
      onMouseMove={isActive ? undefined : () => onActivate(option)}
      onClick={choose}
    >
      <Icon name={icons[option.icon]} />
      <span>
        <Marked text={option.label} words={words} />
        {option.detail && <small>{option.detail}</small>}
      </span>
      {option.forget && <Forget forget={option.forget} />}
    </div>
  );
}

/** For the pointer; the keyboard has Delete. An option of a list can hold no button. */
function Forget({ forget }: { forget: () => void }) {
  return (
    <span
      aria-hidden
      title="Remove"
      className="option-forget"
      onClick={(event) => {
        event.stopPropagation();
        forget();
      }}
    >
      <Icon name="x" size="sm" />
    </span>
  );
}
