import type { ReactNode } from "react";
import { Button } from "../ui/action/button";
import { MessagePage } from "./message-page";

export type ErrorPageProps = {
  title?: ReactNode;
  body?: ReactNode;
  /** Renders the page once more: what Next hands to error.tsx. */
  retry?: () => void;
  /** The error's digest, by which the log has it. */
  reference?: string;
};

/** Something of ours broke. Used by error.tsx, so it is light and needs nothing from the server. */
export function ErrorPage({
  title = "Something went wrong on our side",
  body = "The page could not be shown. Trying again often helps; if it keeps happening, tell an admin the reference below.",
  retry,
  reference,
}: ErrorPageProps) {
  return (
    <MessagePage
      mark={fallenBook}
      title={title}
      body={body}
      actions={
        <>
          {retry && (
            <Button variant="primary" onClick={retry}>
              Try again
            </Button>
          )}
          {/* A plain link: after an error a fresh page is safer than the router's. */}
          <a className="button button-secondary" href="/" data-full-load="">
            Go to the front page
          </a>
        </>
      }
      detail={reference && `Reference ${reference}`}
    />
  );
}

const fallenBook = <path d="m43 98 27-13 4 8-27 13-4-8Zm-2 3 6 3" transform="translate(0 -3)" />;
