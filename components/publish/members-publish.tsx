import { ForbiddenPage } from "../layout/forbidden-page";
import { ButtonLink } from "../ui/action/button-link";

/** What a viewer sees where members publish. */
export function MembersPublish() {
  return (
    <ForbiddenPage
      title="Members publish skills"
      body="You can read and install everything here. To publish as well, ask an admin to make you a member."
      actions={
        <ButtonLink href="/skills" variant="primary">
          Browse skills
        </ButtonLink>
      }
    />
  );
}
