"use server";

import { revalidatePath } from "next/cache";
import type { SettingsState } from "@/components/settings/settings-state";
import { runAction } from "@/lib/action";
import type { ActionState } from "@/lib/action-state";
import { removeLogoInput } from "@/lib/inputs/logo";
import { saveSettingsInput } from "@/lib/inputs/settings";
import { removeLogo } from "@/lib/services/logo";
import { type Settings, StaleSettings, saveSettings } from "@/lib/services/settings";

export async function saveSettingsAction(_: SettingsState, form: FormData): Promise<SettingsState> {
  let saved: Settings | null = null;
  const state = await runAction(
    saveSettingsInput,
    form,
    async (ctx, input) => {
      try {
        saved = await saveSettings(ctx, input);
      } catch (error) {
        if (error instanceof StaleSettings) saved = error.saved;
        throw error;
      }
      revalidatePath("/", "layout");
      return "Saved the settings.";
    },
    "admin",
  );
  return { ...state, saved };
}

export async function removeLogoAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    removeLogoInput,
    form,
    async (ctx, input) => {
      await removeLogo(ctx, input);
      revalidatePath("/", "layout");
      return "Removed the logo.";
    },
    "admin",
  );
}
