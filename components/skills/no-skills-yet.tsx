import { ButtonLink } from "../ui/action/button-link";
import { EmptyState } from "../ui/feedback/empty-state";

/** What a new hall shows in place of its skills. */
export function NoSkillsYet({ mayPublish }: { mayPublish: boolean }) {
  return (
    <EmptyState
      title="This hall has no skills yet"
      body={
        mayPublish
          ? "A skill is a SKILL.md that teaches an agent one job, with the files it needs. Write one here, or drop one that you already have."
          : "As soon as a member publishes one, it appears here."
      }
      action={
        mayPublish && (
          <ButtonLink href="/skills/new" variant="primary">
            Publish the first skill
          </ButtonLink>
        )
      }
    />
  );
}
