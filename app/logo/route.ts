import { findLogo } from "@/lib/services/logo";
import { requireTenant } from "@/lib/tenant";

/** The hall's logo, for whoever may see where to sign in. Its hash is part of its address, so that it may be kept for ever. */
export async function GET(request: Request): Promise<Response> {
  const { ctx } = await requireTenant();
  const logo = await findLogo(ctx);
  const asked = new URL(request.url).searchParams.get("v");
  // An address of another logo than today's shows nothing, rather than have a browser keep the wrong one for ever.
  if (!logo || !asked || asked.length < 16 || !logo.hash.startsWith(asked)) {
    return new Response("There is no such logo here.\n", {
      status: 404,
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "private, no-store" },
    });
  }
  return new Response(logo.bytes, {
    headers: {
      "content-type": "image/webp",
      "content-length": String(logo.bytes.length),
      "cache-control": "private, max-age=31536000, immutable",
      "content-disposition": "inline; filename=logo.webp",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
    },
  });
}
