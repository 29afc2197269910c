import { storable } from "@/lib/inputs/browse";
import { suggest } from "@/lib/services/suggest";
import { requireReader } from "@/lib/tenant";

/** What fits what somebody has typed so far: skills, people and words of this hall. */
export async function GET(request: Request): Promise<Response> {
  const { ctx } = await requireReader();
  const typed = storable(new URL(request.url).searchParams.get("q") ?? "").slice(0, 200);
  return Response.json(await suggest(ctx, { typed }), { headers: { "cache-control": "private, no-store" } });
}
