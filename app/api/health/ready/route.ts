import { readiness } from "@/lib/services/tenants";

export const dynamic = "force-dynamic";

const shared = globalThis as typeof globalThis & { guildhallDraining?: boolean };

/** Whether to send traffic here: not while shutting down, not without a database at the newest migration. */
export async function GET(): Promise<Response> {
  const problem = shared.guildhallDraining ? "shutting down" : await readiness();
  const headers = { "cache-control": "no-store", ...(problem && { "retry-after": "2" }) };
  return Response.json({ ready: !problem, ...(problem && { problem }) }, { status: problem ? 503 : 200, headers });
}
