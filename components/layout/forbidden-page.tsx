import type { ReactNode } from "react";
import { ButtonLink } from "../ui/action/button-link";
import { MessagePage } from "./message-page";

export type ForbiddenPageProps = { title?: ReactNode; body?: ReactNode; actions?: ReactNode };

/** The visitor is known and may not come in here. */
export function ForbiddenPage({
  title = "This room is not open to you",
  body = "Your role in this organisation does not include it. An admin can change that.",
  actions = <ButtonLink href="/">Go to the front page</ButtonLink>,
}: ForbiddenPageProps) {
  return <MessagePage mark={closedDoor} title={title} body={body} actions={actions} />;
}

const closedDoor = (
  <>
    <path d="M56 24v80" />
    <circle cx={63} cy={68} r={2.5} />
    <circle cx={49} cy={68} r={2.5} />
  </>
);
