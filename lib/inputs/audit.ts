import { AUDIT_ACTIONS, type AuditAction, SUBJECT_TYPES, type SubjectType } from "@/lib/audit-action";

/** What the address of the audit log asks for. `cursor` is opaque and checked by the service that made it. */
export type AuditInput = {
  /** A member's id, or part of a name. */
  actor: string | null;
  action: AuditAction | null;
  type: SubjectType | null;
  /** A subject's id, or part of its name. */
  subject: string | null;
  /** UTC days, `2026-11-23`, both of them included. */
  from: string | null;
  to: string | null;
  cursor: string | null;
};

type Query = Record<string, string | string[] | undefined>;

const MAX_TEXT = 100;

/** Reads the filters from an address. Never throws: what cannot be meant counts as absent. */
export function parseAudit(query: Query): AuditInput {
  const one = (key: string) => {
    const value = query[key];
    return (Array.isArray(value) ? value[0] : value)?.trim() || null;
  };
  return {
    actor: words(one("actor")),
    action: AUDIT_ACTIONS.find((action) => action === one("action")) ?? null,
    type: SUBJECT_TYPES.find((type) => type === one("type")) ?? null,
    subject: words(one("subject")),
    from: day(one("from")),
    to: day(one("to")),
    cursor: one("cursor"),
  };
}

/** The address of the log with these filters; `parseAudit` reads it back. */
export function auditHref(input: Partial<AuditInput>): string {
  const query = new URLSearchParams(Object.entries(input).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return query.size > 0 ? `/admin/audit?${query}` : "/admin/audit";
}

export const isFiltered = ({ cursor: _, ...filters }: AuditInput): boolean => Object.values(filters).some(Boolean);

// The database can hold neither a NUL nor half of a surrogate pair.
function words(text: string | null): string | null {
  return (
    text
      ?.replace(/[\0\p{Cs}]/gu, " ")
      .slice(0, MAX_TEXT)
      .trim() || null
  );
}

function day(text: string | null): string | null {
  if (!text || !/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  // JavaScript would take 30 February for 1 March.
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
}
