"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { runAction } from "@/lib/action";
import type { ActionState } from "@/lib/action-state";
import { askForSkillInput, castVoteInput, closeRequestInput } from "@/lib/inputs/request";
import { askForSkill } from "@/lib/services/request-ask";
import { closeRequest } from "@/lib/services/request-close";
import { unvoteRequest, voteForRequest } from "@/lib/services/request-votes";

export async function askForSkillAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(
    askForSkillInput,
    form,
    async (ctx, input) => {
      const { id, joined } = await askForSkill(ctx, input);
      revalidatePath("/requests");
      redirect(`/requests/${id}${joined ? "?joined=1" : ""}`);
    },
    "member",
  );
}

export async function castVoteAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(castVoteInput, form, async (ctx, { id, vote }) => {
    const request = vote === "yes" ? await voteForRequest(ctx, { id }) : await unvoteRequest(ctx, { id });
    revalidatePath("/requests");
    return vote === "yes" ? `You voted for “${request.title}”.` : `You took back your vote for “${request.title}”.`;
  });
}

export async function closeRequestAction(_: ActionState, form: FormData): Promise<ActionState> {
  return runAction(closeRequestInput, form, async (ctx, input) => {
    const { title, skill } = await closeRequest(ctx, input);
    revalidatePath("/requests");
    return skill ? `Closed “${title}”: ${skill.name} answers it.` : `Closed “${title}”.`;
  });
}
