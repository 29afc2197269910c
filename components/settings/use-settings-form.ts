import { useActionState, useEffect, useRef, useState } from "react";
import type { Settings } from "@/lib/services/settings";
import { toast } from "../ui/feedback/toast";
import { type SettingsState, unsaved } from "./settings-state";
import { type Draft, meet, newSheet, type Part, type Sheet, settle } from "./sheet";

export type SaveSettings = (state: SettingsState, form: FormData) => Promise<SettingsState>;

/** The form's state: what is typed, what the last sending came to, and the ways to change either. */
export function useSettingsForm(settings: Settings, save: SaveSettings) {
  const [sheet, setSheet] = useState<Sheet>(() => newSheet(settings));
  const [state, send] = useActionState(async (before: SettingsState, form: FormData) => {
    const next = await save(before, form);
    const { saved } = next;
    if (saved) setSheet((now) => (next.status === "done" ? newSheet(saved, now.stamp + 1) : meet(now, saved)));
    if (next.status === "done") toast(next.message);
    return next;
  }, unsaved);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.status !== "refused") return;
    // The button is at the end of a long form, what was refused somewhere above it.
    form.current?.scrollIntoView();
    form.current?.querySelector<HTMLElement>("input[aria-invalid=true]")?.focus();
  }, [state]);
  return {
    form,
    sheet,
    state,
    send,
    type: (part: Partial<Draft>) => setSheet((now) => ({ ...now, draft: { ...now.draft, ...part } })),
    choose: (part: Part, choice: "mine" | "theirs") => setSheet((now) => settle(now, part, choice)),
  };
}
