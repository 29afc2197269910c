import { notFound } from "next/navigation";
import { PersonView } from "@/components/skills/person-view";
import { findPersonPage } from "@/lib/services/people";
import { requireReader } from "@/lib/tenant";
import { pageTitle } from "../../page-title";

type Props = { params: Promise<{ id: string }> };

/** A person of the hall and their skills. */
export default async function PersonPage({ params }: Props) {
  const { ctx, hall } = await requireReader();
  const person = (await findPersonPage(ctx, (await params).id)) ?? notFound();
  return (
    <>
      <title>{pageTitle(person.name, hall)}</title>
      <PersonView person={person} />
    </>
  );
}
