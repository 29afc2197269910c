import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInButton } from "@/components/sign-in/sign-in-button";
import { SignInPanel } from "@/components/sign-in/sign-in-panel";
import { safeNextPath } from "@/lib/next-path";
import { requireTenant } from "@/lib/tenant";
import { pageTitle } from "../../page-title";

export const metadata: Metadata = { robots: { index: false } };

/** Where an e-mailed link leads. Opening it spends nothing, since mail scanners open every link; the button does. */
export default async function ConfirmPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  const { hall } = await requireTenant();
  const { token, next } = await searchParams;
  if (typeof token !== "string") redirect("/login");
  return (
    <SignInPanel title={`Sign in to ${hall.name}`} tagline="You asked for this by e-mail. The link works once.">
      <title>{pageTitle("Confirm signing in", hall)}</title>
      <SignInButton provider="link" fields={{ token }} next={safeNextPath(typeof next === "string" ? next : null)}>
        Sign in
      </SignInButton>
    </SignInPanel>
  );
}
