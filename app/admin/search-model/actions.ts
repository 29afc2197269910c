"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "@/lib/action";
import type { ActionState } from "@/lib/action-state";
import { removeSearchModelInput, searchModelInput } from "@/lib/inputs/search-model";
import { removeSearchModel, saveSearchModel, testSearchModel } from "@/lib/services/search-model";

const PAGE = "/admin/search-model";

export async function testSearchModelAction(_: ActionState, form: FormData): Promise<ActionState> {
  return withoutKey(
    await runAction(
      searchModelInput,
      form,
      async (ctx, input) => {
        const { dimensions, ms } = await testSearchModel(ctx, input);
        return `It works: ${input.model} answered in ${(ms / 1000).toFixed(1)} s with a vector of ${dimensions.toLocaleString("en")} numbers.`;
      },
      "admin",
    ),
  );
}

export async function saveSearchModelAction(_: ActionState, form: FormData): Promise<ActionState> {
  return withoutKey(
    await runAction(
      searchModelInput,
      form,
      async (ctx, input) => {
        const { model } = await saveSearchModel(ctx, input);
        revalidatePath(PAGE);
        return `Search uses ${model} from now on.`;
      },
      "admin",
    ),
  );
}

export async function removeSearchModelAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    removeSearchModelInput,
    form,
    async (ctx, input) => {
      await removeSearchModel(ctx, input);
      revalidatePath(PAGE);
      return "Removed the endpoint and its key.";
    },
    "admin",
  );
}

/** A key goes one way only, also when it was refused. */
function withoutKey({ values: { key: _, ...values }, ...state }: ActionState): ActionState {
  return { ...state, values };
}
