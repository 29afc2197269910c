import { revalidatePath } from "next/cache";
import { jsonRefusal } from "@/lib/action";
import { DomainError } from "@/lib/errors";
import { logoHashInput } from "@/lib/inputs/logo";
import { saveLogo } from "@/lib/services/logo";
import { requireMember } from "@/lib/tenant";
import { readBody } from "@/lib/upload/body";

/** Takes a logo as the whole body of the request; `replaces` is the hash of the one that was there, or empty. */
export async function PUT(request: Request): Promise<Response> {
  try {
    const { ctx } = await requireMember("admin");
    const replaces = logoHashInput.safeParse(new URL(request.url).searchParams.get("replaces") ?? "");
    if (!replaces.success) throw new DomainError("invalid", "This is not a logo of this hall. Reload the page.");
    const upload = await readBody(request);
    if (!upload) throw new DomainError("invalid", "The logo is larger than 1 MB. Send a smaller one.");
    const { logoHash } = await saveLogo(ctx, { upload, replaces: replaces.data });
    revalidatePath("/", "layout");
    return Response.json({ logoHash }, { headers: { "cache-control": "private, no-store" } });
  } catch (error) {
    return jsonRefusal(error);
  }
}
