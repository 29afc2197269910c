import { and, eq, sql } from "drizzle-orm";
import { skillDocuments, skills, skillVersions } from "@/db/schema";
import type { MemberContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { inTenant } from "./scope";
import { searchDocument } from "./search-document";
import { holdCategories, unknownCategory } from "./skill-category";
import { lockOwnSkill, type OwnSkill } from "./skill-lock";
import { isVisibleTo } from "./skill-visibility";
import { mutate, read, type Transaction } from "./unit";

export type EditSkillInput = {
  slug: string;
  name: string;
  description: string;
  category: string;
  tags: string[];
  /** `updatedAt` of what the form was made from, in milliseconds: an edit of something older is refused as `stale`. */
  revision?: number;
};

export type EditableSkill = Required<EditSkillInput> & {
  status: "draft" | "published" | "archived";
  latestVersion: string;
};

/** What the edit page needs. Null unless the member may change the skill. */
export async function findEditableSkill(ctx: MemberContext, slug: string): Promise<EditableSkill | null> {
  const isOwn = ctx.member.role === "admin" ? undefined : eq(skills.authorId, ctx.member.id);
  const [skill] = await read(ctx, (tx) =>
    tx
      .select()
      .from(skills)
      .where(inTenant(ctx, skills, eq(skills.slug, slug), isVisibleTo(ctx, ctx.member.id), isOwn)),
  );
  if (!skill) return null;
  const { name, description, category, tags, status } = skill;
  const latestVersion = skill.latestVersion ?? "";
  return { slug, name, description, category, tags, status, latestVersion, revision: skill.updatedAt.getTime() };
}

/**
 * Changes what the hall says of a skill; its versions stay as they were published.
 * @throws DomainError `not_found`; `forbidden`; `invalid` for an unknown category; `stale` when somebody was quicker
 */
export async function editSkill(ctx: MemberContext, input: EditSkillInput): Promise<{ slug: string; name: string }> {
  return mutate(ctx, { action: "skill.edit", role: "member" }, async (tx) => {
    const categories = await holdCategories(tx, ctx);
    const skill = await lockOwnSkill(tx, ctx, input.slug);
    if (input.revision !== undefined && input.revision !== skill.updatedAt.getTime()) {
      throw new DomainError(
        "stale",
        `“${skill.name}” was changed meanwhile. Reload the page and edit what it says now.`,
      );
    }
    const row = { slug: skill.slug, name: input.name };
    const { before, after } = changeOf(skill, input);
    if (Object.keys(after).length === 0) return { row, unchanged: true };
    if ("category" in after && !categories.includes(input.category)) throw unknownCategory(input.category);
    await tx
      .update(skills)
      .set({ ...after, updatedAt: sql`now()` })
      .where(inTenant(ctx, skills, eq(skills.id, skill.id)));
    await rewriteDocument(tx, ctx, skill, input);
    return { row, subject: { type: "skill", id: skill.id, name: input.name }, before, after };
  });
}

type Edited = Pick<EditSkillInput, "name" | "description" | "category" | "tags">;

/** Only what differs, before and after: that is what the log keeps. */
function changeOf(skill: OwnSkill, input: Edited): { before: Partial<Edited>; after: Partial<Edited> } {
  const keys = (["name", "description", "category", "tags"] as const).filter(
    (key) => JSON.stringify(skill[key]) !== JSON.stringify(input[key]),
  );
  const of = (from: Edited) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return { before: of(skill), after: of(input) };
}

async function rewriteDocument(tx: Transaction, ctx: MemberContext, skill: OwnSkill, input: Edited): Promise<void> {
  const isLatest = and(eq(skillVersions.skillId, skill.id), eq(skillVersions.version, skill.latestVersion ?? ""));
  const [latest] = await tx
    .select({ body: skillVersions.body })
    .from(skillVersions)
    .where(inTenant(ctx, skillVersions, isLatest));
  const document = searchDocument({ ...input, slug: skill.slug, body: latest?.body ?? "" });
  await tx
    .update(skillDocuments)
    .set({ document })
    .where(inTenant(ctx, skillDocuments, eq(skillDocuments.skillId, skill.id)));
}
