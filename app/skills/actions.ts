"use server";

import { revalidatePath } from "next/cache";
import { runAction } from "@/lib/action";
import type { ActionState } from "@/lib/action-state";
import type { MemberContext } from "@/lib/context";
import { saveRatingInput } from "@/lib/inputs/rating";
import { editSkillInput, oneSkillInput } from "@/lib/inputs/skill";
import { editSkill } from "@/lib/services/edit";
import { removeRating, saveRating } from "@/lib/services/ratings";
import { archiveSkill, restoreSkill } from "@/lib/services/skill-status";

export async function saveRatingAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(saveRatingInput, form, async (ctx, input) => {
    const skill = await saveRating(ctx, input);
    revalidatePath(`/skills/${skill.slug}`);
    return `Saved your rating of ${skill.name}.`;
  });
}

export async function removeRatingAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(oneSkillInput, form, async (ctx, input) => {
    const skill = await removeRating(ctx, input);
    revalidatePath(`/skills/${skill.slug}`);
    return `Removed your rating of ${skill.name}.`;
  });
}

export async function editSkillAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(editSkillInput, form, async (ctx, input) => {
    const skill = await editSkill(ctx, input);
    revalidatePath(`/skills/${skill.slug}`);
    return `Saved the details of ${skill.name}.`;
  });
}

type ChangeStatus = (ctx: MemberContext, input: { slug: string }) => Promise<{ slug: string; name: string }>;

export async function archiveSkillAction(_: ActionState, form: FormData) {
  return changeStatus(form, archiveSkill, "Archived");
}

export async function restoreSkillAction(_: ActionState, form: FormData) {
  return changeStatus(form, restoreSkill, "Restored");
}

async function changeStatus(form: FormData, change: ChangeStatus, done: string) {
  const state = await runAction(oneSkillInput, form, async (ctx, input) => {
    const skill = await change(ctx, input);
    revalidatePath(`/skills/${skill.slug}`);
    return `${done} ${skill.name}.`;
  });
  // The question that was asked stays open on a refusal and shows it.
  return { ok: state.status === "done", message: state.message };
}
