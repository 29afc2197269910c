"use client";

import { lazy, Suspense } from "react";

// Fetched when something failed, not with every page.
const FailurePage = lazy(() => import("@/components/layout/failure-page"));

export default function AppError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Suspense>
      <FailurePage error={error} retry={reset} />
    </Suspense>
  );
}
