import { type ComponentType, useEffect, useState } from "react";
import { type Toast, toastEvent } from "./toast";
import type { ToastRegionProps } from "./toast-region";

/** Listens for `toast(…)`; one a site, in its layout. What shows the toasts is fetched with the first of them. */
export function Toaster() {
  const [toasts, setToasts] = useState<(Toast & { id: number })[]>([]);
  const [Region, setRegion] = useState<ComponentType<ToastRegionProps> | null>(null);

  useEffect(() => {
    let last = 0;
    async function show(event: Event) {
      last += 1;
      const shown = { ...(event as CustomEvent<Toast>).detail, id: last };
      setToasts((before) => [...before.slice(-2), shown]);
      const { ToastRegion } = await import("./toast-region");
      setRegion(() => ToastRegion);
    }
    window.addEventListener(toastEvent, show);
    return () => window.removeEventListener(toastEvent, show);
  }, []);

  if (!Region) return null;
  return <Region toasts={toasts} onGone={(id) => setToasts((before) => before.filter((toast) => toast.id !== id))} />;
}
