import { notFound } from "next/navigation";
import { FileView } from "@/components/skills/file-view";
import { decodeText } from "@/lib/package/file";
import { findSkillFile } from "@/lib/services/files";
import { requireReader } from "@/lib/tenant";
import { pageTitle } from "../../../../page-title";
import { oneOf, type Query } from "../../../query";
import { pathOf } from "../../file-path";

type Props = { params: Promise<{ slug: string; path: string[] }>; searchParams: Query };

/** One file of a skill, as plain text, whatever it holds. */
export default async function FilePage({ params, searchParams }: Props) {
  const { ctx, hall, member } = await requireReader();
  const [{ slug, path }, query] = await Promise.all([params, searchParams]);
  const version = oneOf(query.version);
  const file = await findSkillFile(ctx, { slug, version, path: pathOf(path), viewerId: member?.id ?? null });
  if (!file) notFound();
  return (
    <>
      <title>{pageTitle(`${file.path.split("/").at(-1)} · ${slug}`, hall)}</title>
      <FileView
        slug={slug}
        file={{ ...file, text: decodeText(file.bytes) }}
        askedVersion={version ?? null}
        whole={query.text === "whole"}
      />
    </>
  );
}
