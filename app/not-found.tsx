import { NotFoundPage } from "@/components/layout/not-found-page";
import { hallOfLayout } from "./hall-of-layout";
import { pageTitle } from "./page-title";

export default async function NotFound() {
  const request = await hallOfLayout();
  return (
    <>
      <title>{request ? pageTitle("Not found", request.hall) : "Not found"}</title>
      <NotFoundPage />
    </>
  );
}
