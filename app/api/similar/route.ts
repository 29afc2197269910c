import { excerpt } from "@/components/skills/excerpt";
import { jsonRefusal } from "@/lib/action";
import { similarSkills } from "@/lib/services/similar";
import { requireReader } from "@/lib/tenant";

// As many as one looks over without scrolling.
const MOST = 4;
const SUMMARY_CHARACTERS = 90;

/** The skills that are most like one, which is named by its address; apart from its page, which would wait for them. */
export async function GET(request: Request): Promise<Response> {
  try {
    const { ctx } = await requireReader();
    const slug = new URL(request.url).searchParams.get("skill") ?? "";
    const similar = await similarSkills(ctx, { slug: slug.slice(0, 64).replaceAll("\0", "") });
    const skills = similar.slice(0, MOST).map(({ slug, name, description }) => {
      return { slug, name, summary: excerpt(description, SUMMARY_CHARACTERS) };
    });
    return Response.json({ skills }, { headers: { "cache-control": "private, no-store" } });
  } catch (error) {
    return jsonRefusal(error);
  }
}
