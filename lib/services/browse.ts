import type { TenantContext } from "@/lib/context";
import type { BrowseInput } from "@/lib/inputs/browse";
import type { SkillCard } from "./skill-card";

export const PAGE_SIZE = 24;

export type Count = { name: string; count: number };

export type BrowsePage = {
  skills: SkillCard[];
  /** How many there are on all pages. */
  total: number;
  next: string | null;
  previous: string | null;
  /** Counted as if no category were chosen, so that one can go from one to another. */
  categories: Count[];
  /** The twenty most frequent under the whole filter. */
  tags: Count[];
};

export async function browseSkills(_ctx: TenantContext, _input: BrowseInput): Promise<BrowsePage> {
  throw new Error("Being written.");
}
