import { z } from "zod";
import { DomainError } from "@/lib/errors";

// Deliberately narrower than the RFC: no quotes, commas, brackets or white space, through which one address was made to
// look like another. NFKC first, so that a full-width “＠” is seen for what it is.
const SHAPE = /^[^@\s,"'<>()[\]\\;:]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;

const ADVICE = "Enter one e-mail address, like name@example.com.";

/** An e-mail address in the one form that it is stored and compared in: NFKC, trimmed, lower case. */
export const emailInput = z
  .string(ADVICE)
  .max(320, ADVICE)
  .transform((text) => text.normalize("NFKC").trim().toLowerCase())
  .refine((text) => text.length <= 254 && SHAPE.test(text), ADVICE);

/** @throws DomainError `invalid` */
export function parseEmail(text: string): string {
  const parsed = emailInput.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new DomainError("invalid", `“${text.slice(0, 80)}” is not an e-mail address.`);
}
