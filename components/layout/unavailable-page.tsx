import type { ReactNode } from "react";
import { MessagePage } from "./message-page";

export type UnavailablePageProps = { title?: ReactNode; body?: ReactNode; actions?: ReactNode };

/** The site is up and cannot serve at the moment (503). */
export function UnavailablePage({
  title = "We will be back in a moment",
  body = "The site cannot reach its database. Nothing is lost; please try again shortly.",
  actions = (
    <a className="button button-primary" href={thisPage} data-full-load="">
      Try again
    </a>
  ),
}: UnavailablePageProps) {
  return <MessagePage mark={clock} title={title} body={body} actions={actions} />;
}

const clock = (
  <>
    <circle cx={56} cy={62} r={15} />
    <path d="M56 54v8l5 4" />
  </>
);

/** An empty address is the address of the page itself, its query included. */
const thisPage = "";
