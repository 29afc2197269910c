"use client";

import "./globals.css";
import { ErrorPage } from "@/components/layout/error-page";
import { PageShell } from "@/components/layout/page-shell";

export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <PageShell>
          <ErrorPage retry={reset} reference={error.digest} />
        </PageShell>
      </body>
    </html>
  );
}
