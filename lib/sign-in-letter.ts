import type { TenantContext } from "./context";
import { sendLetter } from "./mail";
import { createSignInLink, LINK_MINUTES } from "./services/sign-in-links";

type Asked = { email: string; origin: string; hallName: string; next: string };

/** Makes a sign-in link and mails it, if the address is a member's. Failures are logged: nobody waits for this any more. */
export async function sendSignInLink(ctx: TenantContext, { email, origin, hallName, next }: Asked): Promise<void> {
  try {
    const link = await createSignInLink(ctx, { email });
    if (!link) return;
    const query = new URLSearchParams({ token: link.token, ...(next !== "/" && { next }) });
    await sendLetter(ctx.tenantId, {
      to: email,
      subject: `Sign in to ${hallName}`,
      text: [
        `Hello ${link.member.name},`,
        `open this address and press “Sign in”. It works once, within ${LINK_MINUTES} minutes:`,
        `${origin}/login/confirm?${query}`,
        "If you did not ask for it, do nothing: nobody gets in without this letter.",
      ].join("\n\n"),
    });
  } catch (error) {
    console.error("A sign-in letter could not be sent.", error);
  }
}
