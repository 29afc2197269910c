import { createHmac, timingSafeEqual } from "node:crypto";
import type { z } from "zod";
import type { TenantContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";

const MARK_BYTES = 12;

/**
 * A place in one list of one hall, to continue from. Not a secret: it says where a list goes on, and the list itself is
 * filtered as ever. Its mark ties it to the hall and to the list's filters and order, so that it means nothing elsewhere.
 * @param list everything that makes it another list: what is listed, filters, order
 */
export function makeCursor(ctx: Pick<TenantContext, "tenantId">, list: unknown, place: unknown): string {
  const text = JSON.stringify(place);
  return Buffer.concat([markOf(ctx, list, text), Buffer.from(text)]).toString("base64url");
}

/** @throws DomainError `invalid` for a cursor of another hall or list, or none at all */
export function readCursor<Place>(
  ctx: Pick<TenantContext, "tenantId">,
  list: unknown,
  cursor: string,
  shape: z.ZodType<Place>,
): Place {
  const bytes = cursor.length > 1_000 ? Buffer.alloc(0) : Buffer.from(cursor, "base64url");
  const text = bytes.subarray(MARK_BYTES).toString();
  const isOurs = bytes.length > MARK_BYTES && timingSafeEqual(bytes.subarray(0, MARK_BYTES), markOf(ctx, list, text));
  const parsed = isOurs ? shape.safeParse(JSON.parse(text)) : undefined;
  if (parsed?.success) return parsed.data;
  throw new DomainError("invalid", "This address continues another list. Start again from the first page.");
}

// Keyed with the hall's id, which every server knows and which outlasts a restart.
function markOf(ctx: Pick<TenantContext, "tenantId">, list: unknown, text: string): Buffer {
  return createHmac("sha256", ctx.tenantId)
    .update(`${JSON.stringify(list)}\n${text}`)
    .digest()
    .subarray(0, MARK_BYTES);
}
