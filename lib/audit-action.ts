/** Everything that the audit log can say was done: `noun.verb`, alphabetical. */
export const AUDIT_ACTIONS = [
  "link.request",
  "member.add",
  "member.change_role",
  "member.remove",
  "rating.remove",
  "rating.save",
  "request.close",
  "request.create",
  "request.unvote",
  "request.vote",
  "search_model.update",
  "session.close",
  "session.open",
  "settings.update",
  "skill.archive",
  "skill.edit",
  "skill.publish",
  "skill.restore",
  "tenant.create",
  "usage.record",
  "version.publish",
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** The kinds of things that actions are done to, alphabetical. */
export const SUBJECT_TYPES = [
  "link",
  "member",
  "organisation",
  "rating",
  "request",
  "session",
  "settings",
  "skill",
  "version",
] as const;

export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** What an action was done to. `name` is how a person would call it at that time. */
export type Subject = { type: SubjectType; id: string; name: string };
