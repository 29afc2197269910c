"use client";

import { type ComponentType, useEffect, useRef, useState } from "react";
import type { LiveSearchProps } from "./live-search";

/** Lets the form it stands in answer at once: its script is fetched when the form is first reached. Shows nothing. */
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
    around.addEventListener("focusin", reach);
    if (around.contains(document.activeElement)) reach();
    return () => around.removeEventListener("focusin", reach);
  }, []);
  return (
    <>
      <span ref={mark} hidden />
      {Live && form && <Live form={form} q={q} />}
    </>
  );
}
