import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { FindHall } from "@/components/layout/find-hall";
import { env } from "@/lib/env";
import { isTenantSlug, readHost } from "@/lib/tenant-host";

/** The bare domain: what this is, and the way to one's own hall. It says nothing about who has one. */
export default async function WelcomePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const host = (await headers()).get("x-forwarded-host") ?? "";
  if (readHost(host, env().rootDomain).kind !== "apex") notFound();
  const { hall } = await searchParams;
  const asked = typeof hall === "string" ? hall.trim().toLowerCase() : "";
  const bare = host.replace(/^www\./, "");
  const address = isTenantSlug(asked) ? `${env().publicProtocol}://${asked}.${bare}` : null;
  return (
    <>
      <title>Guildhall</title>
      <FindHall asked={asked} address={address} suffix={`.${bare}`} demo={env().demo} />
    </>
  );
}
