import { jsonRefusal } from "@/lib/action";
import type { MemberContext } from "@/lib/context";
import { requireMember } from "@/lib/tenant";
import { readBody, tooLarge } from "@/lib/upload/body";
import { readUpload, type Upload } from "@/lib/upload/package";

/** Answers a request in which a member sends a package. A refusal, here or in `work`, is answered as JSON. */
export async function withUpload(
  request: Request,
  work: (ctx: MemberContext, upload: Upload) => Promise<Response>,
): Promise<Response> {
  try {
    const { ctx } = await requireMember("member");
    const body = await readBody(request);
    if (!body) return tooLarge();
    return await work(ctx, await readUpload(body, request.headers.get("content-type")));
  } catch (error) {
    return jsonRefusal(error);
  }
}
