import { siteSettings } from "@/db/schema";
import type { TenantContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { NO_CATEGORY } from "@/lib/inputs/skill";
import { inTenant } from "./scope";
import type { Transaction } from "./unit";

const withNone = ([settings]: { categories: string[] }[]) => [
  ...new Set([...(settings?.categories ?? []), NO_CATEGORY]),
];

const select = (tx: Transaction, ctx: TenantContext) =>
  tx.select({ categories: siteSettings.categories }).from(siteSettings).where(inTenant(ctx, siteSettings));

/** The hall's categories, and the one for what belongs to none. */
export async function categoriesOf(tx: Transaction, ctx: TenantContext): Promise<string[]> {
  return withNone(await select(tx, ctx));
}

/**
 * The categories as they stay until the unit ends. Saving the settings locks the same row, and then the skills: whoever puts
 * a skill into a category asks here first, before locking a skill, or it could be in one that was removed meanwhile.
 */
export async function holdCategories(tx: Transaction, ctx: TenantContext): Promise<string[]> {
  return withNone(await select(tx, ctx).for("key share"));
}

export function unknownCategory(category: string): DomainError {
  const sentence = `“${category.slice(0, 64)}” is not a category here. Choose one from the list.`;
  return new DomainError("invalid", sentence, { category: sentence });
}
