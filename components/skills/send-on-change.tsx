"use client";

import { useEffect, useRef } from "react";

/** Sends the form it stands in when one of the form's selects changes. Shows nothing. */
export function SendOnChange() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = mark.current?.closest("form");
    if (!form) return;
    const send = (event: Event) => event.target instanceof HTMLSelectElement && form.requestSubmit();
    form.addEventListener("change", send);
    return () => form.removeEventListener("change", send);
  }, []);
  return <span ref={mark} hidden />;
}
