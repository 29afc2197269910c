import { DomainError } from "@/lib/errors";
import { noteUnavailable } from "@/lib/request-outcome";

const UNREACHABLE = new Set([
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOENT",
  "ETIMEDOUT",
  "EAI_AGAIN",
  "ENOTFOUND",
  "08000",
  "08003",
  "08006",
  "53300", // too many connections
  "57014", // statement timeout
  "57P01", // the server is shutting down
  "57P02",
  "57P03",
]);

/** The code of the database's own error, however deeply drizzle wrapped it. */
export function databaseCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && !(cause instanceof DomainError)) return cause.code;
  }
  return undefined;
}

/** A refusal for a database that is not there; undefined for every other error. The database's own words are never passed on. */
export function databaseRefusal(error: unknown): DomainError | undefined {
  const code = databaseCode(error);
  if (!code || !UNREACHABLE.has(code)) return undefined;
  noteUnavailable();
  const refusal = new DomainError("unavailable", "The database cannot be reached just now. Try again in a moment.");
  refusal.cause = error;
  return refusal;
}

/** Whether the error is a broken unique constraint (all callers turn it into a sentence of their own). */
export const isDuplicate = (error: unknown): boolean => databaseCode(error) === "23505";
