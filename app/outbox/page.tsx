import { notFound } from "next/navigation";
import { Letter } from "@/components/sign-in/letter";
import { EmptyState } from "@/components/ui/feedback/empty-state";
import { PageHeader } from "@/components/ui/navigation/page-header";
import { env } from "@/lib/env";
import { listOutbox } from "@/lib/outbox";
import { requireTenant } from "@/lib/tenant";
import { pageTitle } from "../page-title";

/** The letters that the demo would have sent. It does not exist outside of the demo, nor where mail is really sent. */
export default async function OutboxPage() {
  const { ctx, hall } = await requireTenant();
  if (!env().demo || env().smtpUrl) notFound();
  const letters = listOutbox(ctx.tenantId);
  return (
    <>
      <title>{pageTitle("Outbox", hall)}</title>
      <PageHeader
        title="Outbox"
        description="No mail server is set up, so the demo keeps its letters here until it is restarted."
      />
      {letters.length === 0 ? (
        <EmptyState title="No letters yet" body="Ask for a sign-in link, and its letter appears here." />
      ) : (
        <ul className="grid gap-4">
          {letters.map((letter) => (
            <Letter key={letter.at.getTime() + letter.text} {...letter} />
          ))}
        </ul>
      )}
    </>
  );
}
