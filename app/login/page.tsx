import { redirect } from "next/navigation";
import { DemoPeople } from "@/components/sign-in/demo-people";
import { LinkForm } from "@/components/sign-in/link-form";
import { SignInPanel } from "@/components/sign-in/sign-in-panel";
import { Callout } from "@/components/ui/feedback/callout";
import { env } from "@/lib/env";
import { safeNextPath } from "@/lib/next-path";
import { LINK_MINUTES, listDemoPeople } from "@/lib/services/sign-in-links";
import { requireTenant } from "@/lib/tenant";
import { pageTitle } from "../page-title";
import { requestLinkAction } from "./actions";

export default async function LoginPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const { ctx, hall, member } = await requireTenant();
  const asked = await searchParams;
  const next = safeNextPath(typeof asked.next === "string" ? asked.next : null);
  if (member) redirect(next);
  return (
    <SignInPanel title={`Sign in to ${hall.name}`} tagline={hall.tagline}>
      <title>{pageTitle("Sign in", hall)}</title>
      {asked.error !== undefined && (
        <Callout tone="danger" title="You are not signed in">
          The link may have been used, or be too old. Ask for a new one.
        </Callout>
      )}
      <LinkForm action={requestLinkAction} next={next} minutes={LINK_MINUTES} />
      {env().demo && <DemoPeople people={await listDemoPeople(ctx)} next={next} mailGoesToOutbox={!env().smtpUrl} />}
    </SignInPanel>
  );
}
