import { refuses } from "@/lib/package/finding";
import { nextVersions } from "@/lib/package/version";
import { checkPackage } from "@/lib/services/publish-check";
import { withKeptFiles } from "../kept-files";
import { withUpload } from "../with-upload";

/** What publishing these files would find. Writes nothing. */
export function POST(request: Request): Promise<Response> {
  return withUpload(request, async (ctx, { files, findings, fields }) => {
    if (findings.some(refuses))
      return answer({ skill: null, findings, existing: null, similar: [], next: nextVersions(null) });
    const keep = fields.get("keep");
    const checked = await checkPackage(ctx, {
      files: typeof keep === "string" ? await withKeptFiles(ctx, keep, files) : files,
    });
    const next = nextVersions(checked.existing?.latestVersion ?? null);
    return answer({ ...checked, findings: [...findings, ...checked.findings], next });
  });
}

function answer(checked: object): Response {
  return Response.json(checked, { headers: { "cache-control": "private, no-store" } });
}
