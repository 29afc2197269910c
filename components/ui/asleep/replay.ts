/** What came too early for React: the buttons that were pressed, in order, and the last drop with what was dropped. */
export type Missed = {
  pressed: HTMLButtonElement[];
  drop?: { target: EventTarget | null; dataTransfer: DataTransfer };
};

type Telling = () => void;

/**
 * Tells React what was done to a form before React had taken it over: what was typed and chosen, what was opened, and the
 * buttons that were pressed. A form that was merely sent needs nothing: React keeps that itself.
 */
export async function replay(place: HTMLElement, { pressed, drop }: Missed): Promise<void> {
  // All is looked at before the first is told, since with its answer React sets the others back.
  const tellings = [...place.querySelectorAll("input, textarea, select")].map(tellingOf);
  for (const tell of tellings) tell?.();
  for (const fold of place.querySelectorAll("details[open]")) fold.dispatchEvent(new Event("toggle"));
  for (const button of pressed) {
    button.click();
    // What the next one does depends on what React has made of this one.
    await new Promise((done) => setTimeout(done));
  }
  if (drop) drop.target?.dispatchEvent(new DragEvent("drop", { ...drop, bubbles: true, cancelable: true }));
}

function tellingOf(control: Element): Telling | undefined {
  if (control instanceof HTMLSelectElement) return chosen(control);
  if (control instanceof HTMLTextAreaElement) return typed(control);
  if (!(control instanceof HTMLInputElement)) return;
  if (control.type === "file") return control.files?.length ? () => report(control, "change") : undefined;
  return /^(radio|checkbox)$/.test(control.type) ? ticked(control) : typed(control);
}

function chosen(select: HTMLSelectElement): Telling | undefined {
  const { value, options } = select;
  const usual = [...options].find((option) => option.defaultSelected) ?? options[0];
  if (usual?.value === value) return;
  return () => {
    select.value = value;
    report(select, "change");
  };
}

function ticked(box: HTMLInputElement): Telling | undefined {
  const { checked, defaultChecked, type } = box;
  if (checked === defaultChecked || (type === "radio" && !checked)) return;
  return () => {
    box.checked = !checked;
    box.click();
  };
}

function typed(control: HTMLInputElement | HTMLTextAreaElement): Telling | undefined {
  const { value, defaultValue, selectionStart, selectionEnd } = control;
  if (value === defaultValue) return;
  return () => {
    // React remembers what it last saw in a control, by a setter of the control's own, and reports only what differs from it.
    control.value = defaultValue;
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, value);
    // Null where there is no caret to lose, as in a colour.
    if (selectionStart !== null) control.setSelectionRange(selectionStart, selectionEnd);
    report(control, "input");
  };
}

function report(control: Element, event: "change" | "input"): void {
  control.dispatchEvent(new Event(event, { bubbles: true }));
}
