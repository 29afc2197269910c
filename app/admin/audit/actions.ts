"use server";

import type { AuditCheckState } from "@/components/audit/audit-verify";
import { DomainError } from "@/lib/errors";
import { verifyAudit } from "@/lib/services/audit-check";
import { requireMember } from "@/lib/tenant";

export async function verifyAuditAction(): Promise<AuditCheckState> {
  const { ctx } = await requireMember("admin");
  try {
    return { status: "checked", ...(await verifyAudit(ctx)) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { status: "refused", message: error.message };
  }
}
