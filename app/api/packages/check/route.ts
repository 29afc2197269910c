import { jsonRefusal } from "@/lib/action";
import { refuses } from "@/lib/package/finding";
import { nextVersions } from "@/lib/package/version";
import { checkPackage } from "@/lib/services/publish-check";
import { requireMember } from "@/lib/tenant";
import { readBody, tooLarge } from "@/lib/upload/body";
import { readUpload } from "@/lib/upload/package";
import { withKeptFiles } from "../kept-files";

/** What publishing these files would find. Writes nothing. */
export async function POST(request: Request): Promise<Response> {
  try {
    const { ctx } = await requireMember("member");
    const body = await readBody(request);
    if (!body) return tooLarge();
    const { files, findings, fields } = await readUpload(body, request.headers.get("content-type"));
    if (findings.some(refuses))
      return answer({ skill: null, findings, existing: null, similar: [], next: nextVersions(null) });
    const keep = fields.get("keep");
    const checked = await checkPackage(ctx, {
      files: typeof keep === "string" ? await withKeptFiles(ctx, keep, files) : files,
    });
    const next = nextVersions(checked.existing?.latestVersion ?? null);
    return answer({ ...checked, findings: [...findings, ...checked.findings], next });
  } catch (error) {
    return jsonRefusal(error);
  }
}

function answer(checked: object): Response {
  return Response.json(checked, { headers: { "cache-control": "private, no-store" } });
}
