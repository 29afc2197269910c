"use client";

import { useEffect, useState } from "react";
import type { Checked } from "./checked";
import { send } from "./send";
import { type Source, uploadForm } from "./source";

export type Check = { state: "idle" | "checking" | "failed"; error: string } | { state: "done"; checked: Checked };

const idle: Check = { state: "idle", error: "" };
const TYPING_PAUSE_MS = 600;

/** Has a source checked: files at once, text when typing pauses. What is shown stays until the next answer is there. */
export function useCheck(source: Source | null): { check: Check; pending: boolean } {
  const [check, setCheck] = useState<Check>(idle);
  const [pending, setPending] = useState(false);

  useEffect(() => {
    if (!source) {
      setCheck(idle);
      setPending(false);
      return;
    }
    setPending(true);
    const stop = new AbortController();
    const timer = setTimeout(ask, source.kind === "text" ? TYPING_PAUSE_MS : 0, source);
    async function ask(what: Source) {
      const answer = await send<Checked>("/api/packages/check", uploadForm(what), { signal: stop.signal });
      if (stop.signal.aborted) return;
      setPending(false);
      setCheck(answer.ok ? { state: "done", checked: answer.value } : { state: "failed", error: answer.error });
    }
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [source]);

  return { check, pending };
}
