export type RefusalCode =
  | "conflict"
  | "forbidden"
  | "invalid"
  | "limited"
  | "not_found"
  | "stale"
  | "unauthenticated"
  | "unavailable";

/**
 * A refusal: its message is a sentence written for the person who reads it, and may be shown as it is. Every other error
 * is a bug or an outage, travels up, is logged, and is never shown.
 */
export class DomainError extends Error {
  override readonly name = "DomainError";
  /** Next hands it to the error page instead of a hash, so that the page can tell an outage from a bug. */
  readonly digest: RefusalCode;

  /** @param fields for `invalid`: one sentence per form field, by the field's name */
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.digest = code;
  }
}

const STATUS: Record<RefusalCode, number> = {
  conflict: 409,
  forbidden: 403,
  invalid: 422,
  limited: 429,
  not_found: 404,
  stale: 409,
  unauthenticated: 401,
  unavailable: 503,
};

/** The HTTP status that says the same as a refusal's code. */
export const statusOf = (code: RefusalCode): number => STATUS[code];
