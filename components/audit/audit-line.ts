import type { AuditEntry } from "@/lib/services/audit";
import { type ChangeLine, changeLines } from "./change-lines";
import { auditSentence } from "./sentence";

/** An entry as the list shows it. `at` is in milliseconds. */
export type AuditLine = { seq: number; at: number; sentence: string; address: string | null; changes: ChangeLine[] };

// A list of thirty must stay light; the page of one entry shows all of it.
const LISTED_LETTERS = 60;

export function auditLine(entry: AuditEntry): AuditLine {
  const { seq, at, address } = entry;
  return {
    seq,
    at: at.getTime(),
    sentence: auditSentence(entry),
    address,
    changes: changeLines(entry, LISTED_LETTERS),
  };
}
