import { type ActionState, idle } from "@/lib/action-state";
import type { Settings } from "@/lib/services/settings";

/** What the form shows after it was sent. `saved` is what is stored now, after a save of one's own or of somebody quicker. */
export type SettingsState = ActionState & { saved: Settings | null };

export const unsaved: SettingsState = { ...idle, saved: null };
