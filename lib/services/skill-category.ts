import { siteSettings } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { NO_CATEGORY } from "@/lib/inputs/skill";
import { inTenant } from "./scope";
import type { Transaction } from "./unit";

/** The hall's categories, and the one for what belongs to none. */
export async function categoriesOf(tx: Transaction, ctx: TenantContext): Promise<string[]> {
  const [settings] = await tx
    .select({ categories: siteSettings.categories })
    .from(siteSettings)
    .where(inTenant(ctx, siteSettings));
  return [...new Set([...(settings?.categories ?? []), NO_CATEGORY])];
}

export function unknownCategory(category: string): DomainError {
  const sentence = `“${category.slice(0, 64)}” is not a category here. Choose one from the list.`;
  return new DomainError("invalid", sentence, { category: sentence });
}
