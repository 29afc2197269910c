import { eq, isNull } from "drizzle-orm";
import { siteSettings } from "@/db/schema";
import type { MemberContext, TenantContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { atLeast } from "@/lib/roles";
import { drawLogo, type Logo } from "./logo-image";
import { inTenant } from "./scope";
import { mutate, read } from "./unit";

/** The hall's logo as a WebP, or null while it has none. */
export async function findLogo(ctx: TenantContext): Promise<Logo | null> {
  const [row] = await read(ctx, (tx) =>
    tx
      .select({ bytes: siteSettings.logo, hash: siteSettings.logoHash })
      .from(siteSettings)
      .where(inTenant(ctx, siteSettings)),
  );
  return row?.bytes && row.hash ? { bytes: new Uint8Array(row.bytes), hash: row.hash } : null;
}

/**
 * Puts an uploaded image in the place of the logo whose hash is `replaces` (null: of none). It has no part in the settings'
 * revision, so that a logo saved from the same page does not make its form stale.
 * @throws DomainError `forbidden`; `invalid` for what is no image we take; `stale` when another logo is there by now
 */
export async function saveLogo(
  ctx: MemberContext,
  input: { upload: Uint8Array; replaces: string | null },
): Promise<{ logoHash: string | null }> {
  // Before the image is decoded, which is work that nobody below an admin can ask for.
  if (!atLeast(ctx.member.role, "admin")) throw new DomainError("forbidden", "Only an admin can do this.");
  return writeLogo(ctx, input.replaces, await drawLogo(input.upload));
}

/** @throws DomainError `forbidden`; `stale` when another logo is there by now */
export async function removeLogo(
  ctx: MemberContext,
  input: { replaces: string | null },
): Promise<{ logoHash: string | null }> {
  return writeLogo(ctx, input.replaces, null);
}

function writeLogo(ctx: MemberContext, replaces: string | null, logo: Logo | null) {
  return mutate(ctx, { action: "settings.update", role: "admin" }, async (tx) => {
    const row = { logoHash: logo?.hash ?? null };
    const expected = replaces === null ? isNull(siteSettings.logoHash) : eq(siteSettings.logoHash, replaces);
    const written = await tx
      .update(siteSettings)
      .set({ ...row, logo: logo?.bytes ?? null })
      .where(inTenant(ctx, siteSettings, expected))
      .returning({ tenantId: siteSettings.tenantId });
    if (written.length === 0) {
      throw new DomainError("stale", "The logo was changed meanwhile. Look at the new one first, then choose again.");
    }
    if (replaces === row.logoHash) return { row, unchanged: true };
    const subject = { type: "settings" as const, id: ctx.tenantId, name: "Logo" };
    return { row, subject, before: { logo: replaces }, after: { logo: row.logoHash } };
  });
}
