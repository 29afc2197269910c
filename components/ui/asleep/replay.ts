type Control = HTMLInputElement | HTMLTextAreaElement;

/**
 * Tells React what was done to a form before React had taken it over: what was typed and chosen, and the last button that was
 * pressed. A form that was sent needs nothing: React keeps that itself.
 */
export function replay(place: HTMLElement | null, pressed: HTMLElement | null): void {
  for (const control of place?.querySelectorAll<Control>("input, textarea") ?? []) replayControl(control);
  for (const select of place?.querySelectorAll("select") ?? []) {
    const usual = [...select.options].find((option) => option.defaultSelected) ?? select.options[0];
    if (usual && !usual.selected) select.dispatchEvent(new Event("change", { bubbles: true }));
  }
  for (const fold of place?.querySelectorAll("details[open]") ?? []) fold.dispatchEvent(new Event("toggle"));
  if (pressed?.isConnected) pressed.click();
}

function replayControl(control: Control): void {
  if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) {
    if (control.checked === control.defaultChecked || (control.type === "radio" && !control.checked)) return;
    control.checked = control.defaultChecked;
    control.click();
  } else if (control.type === "file") {
    if ((control as HTMLInputElement).files?.length) control.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (control.value !== control.defaultValue) {
    retype(control);
  }
}

// React remembers what it last saw in a control, by a setter of the control's own, and reports only what differs from it.
function retype(control: Control): void {
  const typed = control.value;
  control.value = control.defaultValue;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, typed);
  control.dispatchEvent(new Event("input", { bubbles: true }));
}
