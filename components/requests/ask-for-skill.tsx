import { ButtonLink } from "../ui/action/button-link";

/** The way on from a search that found nothing that fits: to ask for what was sought. For those who may. */
export function AskForSkill({ query }: { query: string }) {
  return <ButtonLink href={`/requests/new?for=${encodeURIComponent(query)}`}>Ask for this skill</ButtonLink>;
}
