import { isNull } from "drizzle-orm";
import { siteSettings, skillRequests } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { addVote, type VotedRequest, voteForRequest } from "./request-votes";
import { inTenant } from "./scope";
import { mutate, type Transaction } from "./unit";

/** `joined` says that it had been asked for, so that this became a vote. */
export type AskedRequest = VotedRequest & { joined: boolean };

/**
 * Asks for a skill. Who asks also votes. What is open under the same title, whatever its case, spaces and marks, is not
 * asked for twice: the asker's vote joins it.
 */
export async function askForSkill(ctx: MemberContext, input: { title: string; detail: string }): Promise<AskedRequest> {
  return mutate<AskedRequest>(ctx, { action: "request.create", role: "member" }, async (tx) => {
    const there = await findSame(tx, ctx, input.title);
    if (there) {
      // A change of another name, which writes its own row of the log.
      await voteForRequest(ctx, there);
      return { row: { ...there, joined: true }, unchanged: true };
    }
    const [asked] = await tx
      .insert(skillRequests)
      .values({ tenantId: ctx.tenantId, authorId: ctx.member.id, ...input })
      .returning({ id: skillRequests.id, title: skillRequests.title });
    if (!asked) throw new Error("The request was not kept.");
    await addVote(tx, ctx, asked.id);
    return {
      row: { ...asked, joined: false },
      subject: { type: "request", id: asked.id, name: asked.title },
      after: input,
    };
  });
}

/** Under the lock of the hall's settings, so that of two who ask for the same at once the second sees the first. */
async function findSame(tx: Transaction, ctx: MemberContext, title: string): Promise<VotedRequest | null> {
  await tx
    .select({ revision: siteSettings.revision })
    .from(siteSettings)
    .where(inTenant(ctx, siteSettings))
    .for("no key update");
  const open = await tx
    .select({ id: skillRequests.id, title: skillRequests.title })
    .from(skillRequests)
    .where(inTenant(ctx, skillRequests, isNull(skillRequests.closedAt)));
  const sought = plain(title);
  return open.find((request) => plain(request.title) === sought) ?? null;
}

/** Letters and digits alone; of a title that has none, all of it. Done here, for databases differ in what lower case is. */
function plain(title: string): string {
  const text = title.normalize("NFKC").toLowerCase();
  return (text.match(/[\p{L}\p{N}\p{M}+#]+/gu) ?? [text]).join(" ");
}
