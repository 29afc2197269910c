import { eq, isNull, sql } from "drizzle-orm";
import { skillRequests, skills } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { answerScore, WORTH_ASKING } from "@/lib/request-match";
import { atLeast } from "@/lib/roles";
import { noSuchRequest } from "./request-votes";
import { votesOf } from "./requests";
import { inTenant } from "./scope";
import { isListed, noSuchSkill } from "./skill-visibility";
import { mutate, read, type Transaction } from "./unit";

export type ClosedRequest = { id: string; title: string; skill: { slug: string; name: string } | null };

/** A request that a skill may answer, for whoever published it. */
export type AnswerableRequest = { id: string; title: string; detail: string; votes: number };

type Answer = { id: string; slug: string; name: string; authorId: string };

/**
 * Closes a request, with the skill that answers it or without any. Whoever asked may, a reviewer, and whoever wrote the skill
 * that answers it.
 * @throws DomainError `not_found` for the request or the skill; `forbidden`; `conflict` when it is closed already
 */
export async function closeRequest(
  ctx: MemberContext,
  input: { id: string; skill: string | null },
): Promise<ClosedRequest> {
  return mutate(ctx, { action: "request.close", role: "viewer" }, async (tx) => {
    const request = await lockRequest(tx, ctx, input.id);
    const skill = input.skill === null ? null : await findAnswer(tx, ctx, input.skill);
    if (!mayClose(ctx, request, skill)) {
      throw new DomainError("forbidden", "Whoever asked, a reviewer or the author of the answer can close a request.");
    }
    if (request.closedAt) throw new DomainError("conflict", `“${request.title}” is closed already.`);
    await tx
      .update(skillRequests)
      .set({ closedAt: sql`now()`, skillId: skill?.id ?? null })
      .where(inTenant(ctx, skillRequests, eq(skillRequests.id, request.id)));
    const { id, title } = request;
    return {
      row: { id, title, skill: skill && { slug: skill.slug, name: skill.name } },
      subject: { type: "request", id, name: title },
      before: { state: "open" },
      after: { state: "closed", skill: skill?.name ?? null },
    };
  });
}

/** Whether this member may close a request, with this skill as its answer if there is one. */
export function mayClose(
  ctx: MemberContext,
  request: { authorId: string },
  skill: { authorId: string } | null,
): boolean {
  const isOwn = request.authorId === ctx.member.id && atLeast(ctx.member.role, "member");
  const isAnswerer = skill?.authorId === ctx.member.id && atLeast(ctx.member.role, "member");
  return isOwn || isAnswerer || atLeast(ctx.member.role, "reviewer");
}

/**
 * The open requests that a listed skill seems to answer and that this member may close with it, best first, five at most.
 * Two statements. Null when there is no such skill.
 */
export async function listAnswerable(
  ctx: MemberContext,
  input: { slug: string },
): Promise<{ skill: { slug: string; name: string }; requests: AnswerableRequest[] } | null> {
  return read(ctx, async (tx) => {
    const [skill] = await tx
      .select({
        slug: skills.slug,
        name: skills.name,
        description: skills.description,
        tags: skills.tags,
        authorId: skills.authorId,
      })
      .from(skills)
      .where(inTenant(ctx, skills, eq(skills.slug, input.slug), isListed));
    if (!skill) return null;
    const open = await tx
      .select({
        id: skillRequests.id,
        title: skillRequests.title,
        detail: skillRequests.detail,
        authorId: skillRequests.authorId,
        votes: sql<number>`${votesOf(ctx)}`,
      })
      .from(skillRequests)
      .where(inTenant(ctx, skillRequests, isNull(skillRequests.closedAt)));
    const requests = open
      .filter((request) => mayClose(ctx, request, skill))
      .map((request) => ({ ...request, score: answerScore(request, skill) }))
      .filter(({ score }) => score >= WORTH_ASKING)
      .sort((a, b) => b.score - a.score || b.votes - a.votes || (a.id < b.id ? -1 : 1))
      .slice(0, 5)
      .map(({ id, title, detail, votes }) => ({ id, title, detail, votes }));
    return { skill: { slug: skill.slug, name: skill.name }, requests };
  });
}

async function lockRequest(tx: Transaction, ctx: MemberContext, id: string) {
  const [request] = await tx
    .select()
    .from(skillRequests)
    .where(inTenant(ctx, skillRequests, eq(skillRequests.id, id)))
    .for("update");
  if (!request) throw noSuchRequest();
  return request;
}

async function findAnswer(tx: Transaction, ctx: MemberContext, slug: string): Promise<Answer> {
  const [skill] = await tx
    .select({ id: skills.id, slug: skills.slug, name: skills.name, authorId: skills.authorId })
    .from(skills)
    .where(inTenant(ctx, skills, eq(skills.slug, slug), isListed));
  if (!skill) throw noSuchSkill(slug);
  return skill;
}
