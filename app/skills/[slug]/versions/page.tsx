import { notFound } from "next/navigation";
import { VersionTable } from "@/components/skills/version-table";
import { listVersions } from "@/lib/services/versions";
import { requireReader } from "@/lib/tenant";
import { pageTitle } from "../../../page-title";
import { listOrFirstPage } from "../../first-page";
import { oneOf, type Query } from "../../query";

type Props = { params: Promise<{ slug: string }>; searchParams: Query };

/** All versions of a skill, newest first. */
export default async function VersionsPage({ params, searchParams }: Props) {
  const { ctx, hall, member } = await requireReader();
  const { slug } = await params;
  const cursor = oneOf((await searchParams).cursor);
  const list = await listOrFirstPage(
    listVersions(ctx, { slug, cursor, viewerId: member?.id ?? null }),
    `/skills/${slug}/versions`,
  );
  if (!list) notFound();
  return (
    <>
      <title>{pageTitle(`Versions of ${slug}`, hall)}</title>
      <VersionTable {...list} isFirst={cursor === undefined} />
    </>
  );
}
