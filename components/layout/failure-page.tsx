import { ErrorPage } from "./error-page";
import { UnavailablePage } from "./unavailable-page";

export type FailurePageProps = { error: Error & { digest?: string }; retry: () => void };

/** What stands in the place of a page that failed: a wait for an outage, an apology for a bug. */
export default function FailurePage({ error, retry }: FailurePageProps) {
  const isAway = error.digest === "unavailable";
  return (
    <>
      <title>{isAway ? "Back in a moment" : "Something went wrong"}</title>
      {isAway ? <UnavailablePage /> : <ErrorPage retry={retry} reference={error.digest} />}
    </>
  );
}
