import { notFound } from "next/navigation";
import { cache } from "react";
import { findSkillPage } from "@/lib/services/skill-page";
import { requireReader } from "@/lib/tenant";
import { listOrFirstPage } from "../first-page";

/** The skill of a page and who reads it, once a request: the page and its title both ask. */
export const requireSkill = cache(async (slug: string, version?: string, ratingsCursor?: string) => {
  const { ctx, hall, member } = await requireReader();
  const skill = await listOrFirstPage(
    findSkillPage(ctx, { slug, version, ratingsCursor, viewerId: member?.id ?? null }),
    `/skills/${encodeURIComponent(slug)}`,
  );
  if (!skill) notFound();
  return { skill, hall, member };
});
