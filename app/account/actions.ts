"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { runAction } from "@/lib/action";
import type { ActionState } from "@/lib/action-state";
import { closeSession } from "@/lib/services/sessions";

const sessionInput = z.strictObject({ sessionId: z.uuid("This sign-in is not known. Reload the page.") });

export async function closeSessionAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(sessionInput, form, async (ctx, input) => {
    await closeSession(ctx, input);
    revalidatePath("/account");
    return "Signed out there.";
  });
}
