import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { CSSProperties, ReactNode } from "react";
import { accentVariables } from "@/components/layout/accent";
import { PageShell } from "@/components/layout/page-shell";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import { SiteScript } from "@/components/layout/site-script";
import { parseTheme, themeAttribute, themeCookie } from "@/components/layout/theme";
import { typeface } from "@/components/layout/typeface";
import type { HallRequest } from "@/lib/hall-request";
import { atLeast } from "@/lib/roles";
import { hallOfLayout } from "./hall-of-layout";
import { signOutAction } from "./login/actions";

// Every page belongs to one organisation: nothing may be rendered once and shown to all.
export const dynamic = "force-dynamic";

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

// No title: each page says its own, see page-title.ts.
export const metadata: Metadata = { icons: { icon: "/icon.svg" } };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const request = await hallOfLayout();
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  const accent = request && (accentVariables(request.hall.accentColor) as CSSProperties);
  return (
    <html lang="en" className={typeface} data-theme={themeAttribute(theme)} style={accent ?? undefined}>
      <body>
        <PageShell
          header={request && <HallHeader {...request} />}
          footer={request && <SiteFooter name={request.hall.name} tagline={request.hall.tagline} theme={theme} />}
        >
          {children}
        </PageShell>
        <SiteScript finder={request && finderOf(request)} />
      </body>
    </html>
  );
}

function HallHeader({ hall, member }: HallRequest) {
  const nav = navOf({ hall, member });
  const logoUrl = hall.logoHash && `/logo?v=${hall.logoHash.slice(0, 16)}`;
  return <SiteHeader organisation={{ ...hall, logoUrl }} viewer={member} nav={nav} signOut={signOutAction} />;
}

/** Which doors are open to whoever asks. */
function navOf({ hall, member }: Pick<HallRequest, "hall" | "member">) {
  return {
    browse: member !== null || hall.access === "public",
    requests: member !== null,
    publish: member !== null && atLeast(member.role, "member"),
    admin: member?.role === "admin",
  };
}

/** Null for whoever may not look around: there is nothing to find. */
function finderOf(request: HallRequest) {
  const nav = navOf(request);
  return nav.browse ? { nav, signOut: request.member && signOutAction } : null;
}
