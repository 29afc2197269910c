/** A short word that something happened. */
export type Toast = {
  message: string;
  /** `alert` interrupts a screen reader; for what went wrong. */
  kind: "status" | "alert";
  /** Offers to take it back; run when the person asks for it. */
  undo?: () => unknown;
};

export const toastEvent = "ui:toast";

/** Shows a short message at the foot of the window, from any client component; the page's Toaster shows it. */
export function toast(message: string, { undo, kind = "status" }: Partial<Omit<Toast, "message">> = {}): void {
  window.dispatchEvent(new CustomEvent<Toast>(toastEvent, { detail: { message, kind, undo } }));
}
