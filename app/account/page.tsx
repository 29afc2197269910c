import { OwnSessions } from "@/components/sign-in/own-sessions";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/navigation/page-header";
import { listOwnSessions } from "@/lib/services/account";
import { requireMember } from "@/lib/tenant";
import { pageTitle } from "../page-title";
import { closeSessionAction } from "./actions";

export default async function AccountPage() {
  const { ctx, hall, member, sessionId } = await requireMember();
  const open = await listOwnSessions(ctx);
  return (
    <div className="grid gap-8">
      <title>{pageTitle("Your account", hall)}</title>
      <PageHeader
        title="Your account"
        description={`You are ${articleFor(member.role)} ${member.role} of ${hall.name}.`}
      />
      <Card className="grid gap-1">
        <p className="font-semibold">{member.name}</p>
        <p className="text-muted">{member.email}</p>
      </Card>
      <section className="grid gap-3" aria-labelledby="sign-ins">
        <h2 id="sign-ins" className="font-semibold text-lg">
          Where you are signed in
        </h2>
        <OwnSessions sessions={open} current={sessionId} close={closeSessionAction} />
      </section>
    </div>
  );
}

const articleFor = (role: string) => (role === "admin" ? "an" : "a");
