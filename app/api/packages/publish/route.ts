import { revalidatePath } from "next/cache";
import { parseForm } from "@/lib/action";
import type { MemberContext } from "@/lib/context";
import { DomainError } from "@/lib/errors";
import { publishSkillInput, publishVersionInput } from "@/lib/inputs/version";
import type { PackageFile } from "@/lib/package/file";
import { refuses } from "@/lib/package/finding";
import { type Published, publishSkill, publishVersion } from "@/lib/services/publish";
import { listAnswerable } from "@/lib/services/request-close";
import { withKeptFiles } from "../kept-files";
import { withUpload } from "../with-upload";

/** Publishes a skill, or, where the form names one by `slug`, a new version of it. */
export function POST(request: Request): Promise<Response> {
  return withUpload(request, async (ctx, { files, findings, fields }) => {
    const refusal = findings.find(refuses);
    if (refusal) throw new DomainError("invalid", refusal.message);
    const published = await publish(ctx, files, fields);
    revalidatePath(`/skills/${published.slug}`);
    const answers = published.created ? await countAnswerable(ctx, published.slug) : 0;
    return Response.json({ ...published, answers }, { status: published.created ? 201 : 200 });
  });
}

/** How many open requests the skill may answer. To ask is a courtesy: when it fails, the skill is published all the same. */
async function countAnswerable(ctx: MemberContext, slug: string): Promise<number> {
  try {
    return (await listAnswerable(ctx, { slug }))?.requests.length ?? 0;
  } catch (error) {
    console.error("Which requests a skill answers could not be asked.", error);
    return 0;
  }
}

async function publish(ctx: MemberContext, files: PackageFile[], form: FormData): Promise<Published> {
  if (!form.has("slug")) return publishSkill(ctx, { files, ...parseForm(publishSkillInput, form) });
  const keeps = form.has("keep");
  form.delete("keep");
  const input = parseForm(publishVersionInput, form);
  return publishVersion(ctx, { ...input, files: keeps ? await withKeptFiles(ctx, input.slug, files) : files });
}
