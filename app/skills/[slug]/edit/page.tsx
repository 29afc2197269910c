import { notFound } from "next/navigation";
import { EditForm } from "@/components/skills/edit-form";
import { PageHeader } from "@/components/ui/navigation/page-header";
import { findEditableSkill } from "@/lib/services/edit";
import { requireMember } from "@/lib/tenant";
import { pageTitle } from "../../../page-title";
import { editSkillAction } from "../../actions";

/** How a skill is listed. Its content changes only with a new version. */
export default async function EditPage({ params }: { params: Promise<{ slug: string }> }) {
  const { ctx, hall } = await requireMember("member");
  const { slug } = await params;
  const skill = await findEditableSkill(ctx, slug);
  if (!skill) notFound();
  return (
    <>
      <title>{pageTitle(`Edit ${skill.name}`, hall)}</title>
      <PageHeader
        title={`Edit ${skill.name}`}
        description="How the skill is listed and found. Its document changes with a new version."
        breadcrumbs={[
          { label: "Skills", href: "/skills" },
          { label: skill.name, href: `/skills/${slug}` },
          { label: "Edit details" },
        ]}
      />
      <EditForm skill={skill} categories={hall.categories} save={editSkillAction} />
    </>
  );
}
