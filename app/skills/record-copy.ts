"use server";

import { after } from "next/server";
import { z } from "zod";
import { slugInput } from "@/lib/inputs/skill";
import { versionInput } from "@/lib/inputs/version";
import { recordUse } from "@/lib/services/usage";
import { requireMember } from "@/lib/tenant";

const copyInput = z.strictObject({ slug: slugInput, version: versionInput });

/** A member copied an install command. Bound to its skill by the page; a caller may send anything, so it is parsed again. */
export async function recordCopyAction(slug: string, version: string): Promise<void> {
  const { ctx } = await requireMember();
  const parsed = copyInput.safeParse({ slug, version });
  // Counting is no part of the copying: nobody waits for it, and nobody is told when it fails.
  if (parsed.success) after(() => recordUse(ctx, { ...parsed.data, kind: "install_copy" }));
}
