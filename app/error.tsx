"use client";

import { ErrorPage } from "@/components/layout/error-page";
import { UnavailablePage } from "@/components/layout/unavailable-page";

export default function AppError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  if (error.digest === "unavailable") return <UnavailablePage />;
  return <ErrorPage retry={reset} reference={error.digest} />;
}
