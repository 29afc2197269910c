"use client";

import { type ComponentType, useEffect, useRef, useState } from "react";
import type { LiveSearchProps } from "./live-search";

/** Sends the form it stands in when its select changes; answering while one types is fetched when the form is first reached. Shows nothing. */
export function InstantSearch({ q }: Pick<LiveSearchProps, "q">) {
  const mark = useRef<HTMLSpanElement>(null);
  const [Live, setLive] = useState<ComponentType<LiveSearchProps> | null>(null);
  const [form, setForm] = useState<HTMLFormElement | null>(null);
  useEffect(() => {
    const around = mark.current?.closest("form");
    if (!around) return;
    const reach = async () => {
      const { LiveSearch } = await import("./live-search");
      setLive(() => LiveSearch);
      setForm(around);
    };
    const send = (event: Event) => event.target instanceof HTMLSelectElement && around.requestSubmit();
    around.addEventListener("focusin", reach);
    around.addEventListener("change", send);
    if (around.contains(document.activeElement)) reach();
    return () => {
      around.removeEventListener("focusin", reach);
      around.removeEventListener("change", send);
    };
  }, []);
  return (
    <>
      <span ref={mark} hidden />
      {Live && form && <Live form={form} q={q} />}
    </>
  );
}
