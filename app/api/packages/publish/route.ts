import { revalidatePath } from "next/cache";
import { parseForm } from "@/lib/action";
import type { MemberContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { publishSkillInput, publishVersionInput } from "@/lib/inputs/version";
import type { PackageFile } from "@/lib/package/file";
import { refuses } from "@/lib/package/finding";
import { type Published, publishSkill, publishVersion } from "@/lib/services/publish";
import { withKeptFiles } from "../kept-files";
import { withUpload } from "../with-upload";

/** Publishes a skill, or, where the form names one by `slug`, a new version of it. */
export function POST(request: Request): Promise<Response> {
  return withUpload(request, async (ctx, { files, findings, fields }) => {
    const refusal = findings.find(refuses);
    if (refusal) throw new DomainError("invalid", refusal.message);
    const published = await publish(ctx, files, fields);
    revalidatePath(`/skills/${published.slug}`);
    return Response.json(published, { status: published.created ? 201 : 200 });
  });
}

async function publish(ctx: MemberContext, files: PackageFile[], form: FormData): Promise<Published> {
  if (!form.has("slug")) return publishSkill(ctx, { files, ...parseForm(publishSkillInput, form) });
  const keeps = form.has("keep");
  form.delete("keep");
  const input = parseForm(publishVersionInput, form);
  return publishVersion(ctx, { ...input, files: keeps ? await withKeptFiles(ctx, input.slug, files) : files });
}
