import type { ReactNode } from "react";
import { ButtonLink } from "../ui/action/button-link";
import { MessagePage } from "./message-page";

export type NotFoundPageProps = { title?: ReactNode; body?: ReactNode; actions?: ReactNode };

/** There is nothing at this address; also what those see who may not know that there is something. */
export function NotFoundPage({
  title = "There is nothing at this address",
  body = "The page may have moved, or its address may be mistyped. Search for it, or start again from the front page.",
  actions = (
    <>
      <ButtonLink href="/skills" variant="primary">
        Browse skills
      </ButtonLink>
      <ButtonLink href="/">Go to the front page</ButtonLink>
    </>
  ),
}: NotFoundPageProps) {
  return <MessagePage mark={emptyDoorway} title={title} body={body} actions={actions} />;
}

const emptyDoorway = <path d="M40 84h32M46 94h20" opacity={0.6} />;
