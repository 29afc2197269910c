import type { TenantContext } from "@/lib/context";
import type { Count } from "./browse";
import type { SkillCard } from "./skill-card";

export type FrontPage = {
  total: number;
  mostUsed: SkillCard[];
  topRated: SkillCard[];
  newest: SkillCard[];
  categories: Count[];
};

export async function findFrontPage(_ctx: TenantContext): Promise<FrontPage> {
  throw new Error("Being written.");
}
