import type { MemberContext } from "@/lib/context";

/** Takes a skill out of every list; its versions stay. By its author or an admin. */
export async function archiveSkill(
  _ctx: MemberContext,
  _input: { slug: string },
): Promise<{ slug: string; name: string }> {
  throw new Error("Being written.");
}

export async function restoreSkill(
  _ctx: MemberContext,
  _input: { slug: string },
): Promise<{ slug: string; name: string }> {
  throw new Error("Being written.");
}
