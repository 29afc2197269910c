import { notFound } from "next/navigation";
import { findSkillPage } from "@/lib/services/skill-page";
import { requireReader } from "@/lib/tenant";
import { listOrFirstPage } from "../first-page";

/** The skill of a page, its hall, and who reads it. */
export async function requireSkill(slug: string, version?: string, ratingsCursor?: string) {
  const { ctx, hall, member } = await requireReader();
  const skill = await listOrFirstPage(
    findSkillPage(ctx, { slug, version, ratingsCursor, viewerId: member?.id ?? null }),
    `/skills/${encodeURIComponent(slug)}`,
  );
  if (!skill) notFound();
  return { skill, hall, member };
}
