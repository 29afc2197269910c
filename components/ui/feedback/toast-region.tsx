"use client";

import { Toast as RadixToast } from "radix-ui";
import { Icon } from "../icons/icon";
import type { Toast } from "./toast";

export type ToastRegionProps = { toasts: (Toast & { id: number })[]; onGone: (id: number) => void };

/** The toasts themselves: they wait while the pointer or the focus is on them, and F8 reaches them by keyboard. */
export function ToastRegion({ toasts, onGone }: ToastRegionProps) {
  return (
    <RadixToast.Provider label="Message" swipeDirection="down" duration={6000}>
      {toasts.map(({ id, message, kind, undo }) => (
        <RadixToast.Root
          key={id}
          className="toast"
          type={kind === "alert" ? "foreground" : "background"}
          duration={kind === "alert" || undo ? 10_000 : undefined}
          onOpenChange={(open) => open || onGone(id)}
        >
          {kind === "alert" && <Icon name="circle-alert" className="toast-tone" />}
          <RadixToast.Description>{message}</RadixToast.Description>
          {undo && (
            <RadixToast.Action altText="Undo" onClick={() => void undo()}>
              Undo
            </RadixToast.Action>
          )}
          <RadixToast.Close aria-label="Dismiss">
            <Icon name="x" />
          </RadixToast.Close>
        </RadixToast.Root>
      ))}
      <RadixToast.Viewport className="toaster" />
    </RadixToast.Provider>
  );
}
