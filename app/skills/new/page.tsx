import { MembersPublish } from "@/components/publish/members-publish";
import { PublishForm } from "@/components/publish/publish-form";
import { Callout } from "@/components/ui/feedback/callout";
import { PageHeader } from "@/components/ui/navigation/page-header";
import { atLeast } from "@/lib/roles";
import { requireMember } from "@/lib/tenant";
import { pageTitle } from "../../page-title";

/** Publishes a skill. A viewer, who may not, is told who may. */
export default async function PublishPage() {
  const { hall, member } = await requireMember();
  const title = <title>{pageTitle("Publish a skill", hall)}</title>;
  if (!atLeast(member.role, "member")) {
    return (
      <>
        {title}
        <MembersPublish />
      </>
    );
  }
  return (
    <>
      {title}
      <PageHeader
        title="Publish a skill"
        description={`Everybody in ${hall.name} can find and install it. A published version never changes; a newer one takes its place.`}
        breadcrumbs={[{ label: "Skills", href: "/skills" }, { label: "Publish a skill" }]}
      />
      <noscript>
        <Callout tone="warning">
          Publishing checks your files while you look on, for which this page needs scripts.
        </Callout>
      </noscript>
      <PublishForm categories={hall.categories} skill={null} />
    </>
  );
}
