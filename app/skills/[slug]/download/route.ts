import { after } from "next/server";
import { findArchive } from "@/lib/services/archive";
import { recordUse } from "@/lib/services/usage";
import { requireReader } from "@/lib/tenant";
import { fileAnswer, noSuchFile } from "../file-answer";

/** One version's zip: the same bytes, and so the same SHA-256, each time. A member's download counts as a use. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { ctx, member } = await requireReader();
  const { slug } = await params;
  const version = new URL(request.url).searchParams.get("version") || undefined;
  const archive = await findArchive(ctx, { slug, version, viewerId: member?.id ?? null });
  if (!archive) return noSuchFile("There is no such skill or version here.");
  if (member && request.method === "GET") {
    after(() => recordUse({ ...ctx, member }, { slug, version: archive.version, kind: "download" }));
  }
  return fileAnswer({ ...archive, type: "application/zip" });
}
