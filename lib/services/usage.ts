import type { MemberContext } from "@/lib/context";

export type UseInput = { slug: string; version: string; kind: "download" | "install_copy" };

/** Counts one use a person, skill, kind and UTC day. @returns whether this one was counted */
export async function recordUse(_ctx: MemberContext, _input: UseInput): Promise<{ counted: boolean }> {
  throw new Error("Being written.");
}
