import type { Role } from "./roles";

/** Whose data. Enough to read. */
export type TenantContext = {
  tenantId: string;
  slug: string;
  /** Where the request came from, for the audit log; null in scripts. */
  address: string | null;
  userAgent: string | null;
};

export type Member = { id: string; email: string; name: string; role: Role };

/** Whose data, and who asks. Needed to write. */
export type MemberContext = TenantContext & { member: Member };
