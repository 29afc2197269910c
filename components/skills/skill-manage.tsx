import { ButtonLink } from "../ui/action/button-link";
import type { ConfirmButtonProps } from "../ui/action/confirm-button";
import { SleepingConfirmButton } from "../ui/action/sleeping-confirm-button";

type Props = {
  slug: string;
  name: string;
  archived: boolean;
  archive: ConfirmButtonProps["action"];
  restore: ConfirmButtonProps["action"];
};

/** What the author and the admins can do with a skill. */
export function SkillManage({ slug, name, archived, archive, restore }: Props) {
  return (
    <div className="skill-manage">
      <ButtonLink size="sm" href={`/skills/${slug}/versions/new`}>
        Publish a new version
      </ButtonLink>
      <ButtonLink size="sm" href={`/skills/${slug}/edit`}>
        Edit details
      </ButtonLink>
      {archived ? (
        <SleepingConfirmButton
          size="sm"
          title={`Restore ${name}?`}
          body="It returns to every list, with its ratings and versions."
          confirmLabel={`Restore ${name}`}
          tone="primary"
          action={restore}
          fields={{ slug }}
        >
          Restore
        </SleepingConfirmButton>
      ) : (
        <SleepingConfirmButton
          size="sm"
          variant="ghost"
          title={`Archive ${name}?`}
          body="It leaves every list and can no longer be installed from here by others. Nothing is lost: you can restore it."
          confirmLabel={`Archive ${name}`}
          action={archive}
          fields={{ slug }}
        >
          Archive…
        </SleepingConfirmButton>
      )}
    </div>
  );
}
