import { scanSecrets } from "@/lib/package/scan/secrets";

/** As much of a search as the log keeps, in characters. */
export const MAX_LOGGED = 200;

/**
 * A search as the log keeps it: one spelling for what differs in case, width or spaces only. Null for nothing, and for what
 * names somebody or gives something away: an e-mail address, a phone number, a key. All of it is looked through, also what
 * stands beyond the length that is kept.
 */
export function loggedQuery(typed: string): string | null {
  const text = typed
    .normalize("NFKC")
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, " ")
    .trim();
  if (text === "" || isPrivate(text)) return null;
  return [...text.toLowerCase()].slice(0, MAX_LOGGED).join("").trim();
}

const EMAIL = /[^\s@]@[^\s@]+\.[^\s@]/;
// Digits that at most two other signs part, and no letter touches: `+49 (171) 234 56 78`.
const NUMBER = /(?<![\p{L}\d])\+?\(?\d(?:[ ()./-]{0,2}\d){6,}(?!\p{L})/gu;
// Neither is a date nor a version a phone number, though both are made of digits.
const DATE = /^(\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})$/;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const LONG_WORD = /[A-Za-z0-9_+/=]{20,}/g;

function isPrivate(text: string): boolean {
  return EMAIL.test(text) || UUID.test(text) || hasPhoneNumber(text) || hasSecret(text);
}

function hasPhoneNumber(text: string): boolean {
  return (text.match(NUMBER) ?? []).some((found) => !DATE.test(found));
}

/** A known kind of key, or twenty characters and more without a break of which some are digits: no word is like that. */
function hasSecret(text: string): boolean {
  if (scanSecrets(text, "").length > 0) return true;
  return (text.match(LONG_WORD) ?? []).some((word) => /\d/.test(word) && /[A-Za-z]/.test(word));
}
