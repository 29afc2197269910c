import { and, eq } from "drizzle-orm";
import { skillRequests, skillRequestVotes } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { inTenant } from "./scope";
import { type Change, mutate, type Transaction } from "./unit";

export type VotedRequest = { id: string; title: string };

export const noSuchRequest = () => new DomainError("not_found", "There is no such request here.");

/** One vote a person: a second one changes nothing. @throws DomainError `not_found`; `conflict` once it is closed */
export async function voteForRequest(ctx: MemberContext, input: { id: string }): Promise<VotedRequest> {
  return mutate(ctx, { action: "request.vote", role: "viewer" }, async (tx) => {
    const request = await lockOpen(tx, ctx, input.id);
    return changeOf(request, await addVote(tx, ctx, request.id));
  });
}

/** Taking back a vote that was not given changes nothing. @throws DomainError `not_found`; `conflict` once it is closed */
export async function unvoteRequest(ctx: MemberContext, input: { id: string }): Promise<VotedRequest> {
  return mutate(ctx, { action: "request.unvote", role: "viewer" }, async (tx) => {
    const request = await lockOpen(tx, ctx, input.id);
    const own = and(eq(skillRequestVotes.requestId, request.id), eq(skillRequestVotes.userId, ctx.member.id));
    const removed = await tx
      .delete(skillRequestVotes)
      .where(inTenant(ctx, skillRequestVotes, own))
      .returning({ id: skillRequestVotes.id });
    return changeOf(request, removed.length > 0);
  });
}

/** Adds a vote inside the caller’s unit. @returns whether it was not there */
export async function addVote(tx: Transaction, ctx: MemberContext, requestId: string): Promise<boolean> {
  const added = await tx
    .insert(skillRequestVotes)
    .values({ tenantId: ctx.tenantId, requestId, userId: ctx.member.id })
    .onConflictDoNothing({
      target: [skillRequestVotes.tenantId, skillRequestVotes.requestId, skillRequestVotes.userId],
    })
    .returning({ id: skillRequestVotes.id });
  return added.length > 0;
}

/** Shared: votes do not wait for each other, and a request is not closed between a vote and its row of the log. */
async function lockOpen(tx: Transaction, ctx: MemberContext, id: string): Promise<VotedRequest> {
  const [request] = await tx
    .select({ id: skillRequests.id, title: skillRequests.title, closedAt: skillRequests.closedAt })
    .from(skillRequests)
    .where(inTenant(ctx, skillRequests, eq(skillRequests.id, id)))
    .for("key share");
  if (!request) throw noSuchRequest();
  if (request.closedAt) throw new DomainError("conflict", `“${request.title}” is closed. Its votes stay as they are.`);
  return request;
}

function changeOf({ id, title }: VotedRequest, changed: boolean): Change<VotedRequest> {
  const row = { id, title };
  return changed ? { row, subject: { type: "request", id, name: title } } : { row, unchanged: true };
}
