/** One ladder, lowest first. A viewer reads and installs; a member also rates and publishes; a reviewer approves; an admin runs the hall. */
export const ROLES = ["viewer", "member", "reviewer", "admin"] as const;

export type Role = (typeof ROLES)[number];

/** Whether `role` stands at `needed` or above it. */
export const atLeast = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);
