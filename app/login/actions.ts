"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { z } from "zod";
import { fieldsOf, textOf } from "@/lib/action";
import { type ActionState, idle } from "@/lib/action-state";
import { env } from "@/lib/env";
import { emailInput } from "@/lib/inputs/email";
import { safeNextPath } from "@/lib/next-path";
import { closeSession } from "@/lib/services/sessions";
import { cookieName, cookieOptions } from "@/lib/session-cookie";
import { sendSignInLink } from "@/lib/sign-in-letter";
import { requireTenant } from "@/lib/tenant";

const linkInput = z.strictObject({ email: emailInput, next: z.string().max(2_000).optional() });

/**
 * Asks for a sign-in link. Whether the address is a member's shows neither in the answer nor in how long it takes: the
 * look-up and the mail come after the answer.
 */
export async function requestLinkAction(_: ActionState, form: FormData): Promise<ActionState> {
  const { ctx, hall } = await requireTenant();
  const parsed = linkInput.safeParse(textOf(form));
  if (!parsed.success) return { ...idle, status: "refused", fields: fieldsOf(parsed.error), values: textOf(form) };
  const origin = `${env().publicProtocol}://${(await headers()).get("x-forwarded-host")}`;
  const { email, next } = parsed.data;
  after(() => sendSignInLink(ctx, { email, origin, hallName: hall.name, next: safeNextPath(next) }));
  return { ...idle, status: "done", message: email };
}

/** Ends the session for good: its row as well as its cookie. */
export async function signOutAction(): Promise<void> {
  const { ctx, member, sessionId } = await requireTenant();
  if (member && sessionId) await closeSession({ ...ctx, member }, { sessionId });
  (await cookies()).set(cookieName("session"), "", { ...cookieOptions(), maxAge: 0 });
  redirect("/login");
}
