import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PersonView } from "@/components/skills/person-view";
import { findPersonPage } from "@/lib/services/people";
import { requireReader } from "@/lib/tenant";

type Props = { params: Promise<{ id: string }> };

const requirePerson = cache(async (id: string) => {
  const { ctx } = await requireReader();
  return (await findPersonPage(ctx, id)) ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await requirePerson((await params).id)).name };
}

/** A person of the hall and their skills. */
export default async function PersonPage({ params }: Props) {
  return <PersonView person={await requirePerson((await params).id)} />;
}
