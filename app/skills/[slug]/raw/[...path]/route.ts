import { findSkillFile } from "@/lib/services/files";
import { requireReader } from "@/lib/tenant";
import { fileAnswer, noSuchFile } from "../../file-answer";
import { pathOf } from "../../file-path";

type Params = { params: Promise<{ slug: string; path: string[] }> };

/** One file of one version, to be saved as it is. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { ctx, member } = await requireReader();
  const { slug, path } = await params;
  const version = new URL(request.url).searchParams.get("version") || undefined;
  const file = await findSkillFile(ctx, { slug, version, path: pathOf(path), viewerId: member?.id ?? null });
  if (!file) return noSuchFile("There is no such file here.");
  return fileAnswer({ ...file, filename: file.path.split("/").at(-1) ?? "file", type: "application/octet-stream" });
}
