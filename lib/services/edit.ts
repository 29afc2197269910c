import type { MemberContext } from "@/lib/context";

export type EditSkillInput = {
  slug: string;
  name: string;
  description: string;
  category: string;
  tags: string[];
  /** `updatedAt` of what the form was made from, in milliseconds: an edit of something older is refused as `stale`. */
  revision?: number;
};

/** What the edit page needs. Null unless the member may change the skill. */
export async function findEditableSkill(
  _ctx: MemberContext,
  _slug: string,
): Promise<(Required<EditSkillInput> & { status: "draft" | "published" | "archived"; latestVersion: string }) | null> {
  throw new Error("Being written.");
}

/** @throws DomainError `not_found`, `forbidden`, `invalid`, `stale` */
export async function editSkill(_ctx: MemberContext, _input: EditSkillInput): Promise<{ slug: string; name: string }> {
  throw new Error("Being written.");
}
