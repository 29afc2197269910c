import type { ReactNode } from "react";
import { ArchMark } from "./arch-mark";

export type MessagePageProps = {
  /** What is drawn in the doorway. */
  mark?: ReactNode;
  title: ReactNode;
  body: ReactNode;
  actions?: ReactNode;
  /** A small line below: a reference for whoever looks into it. */
  detail?: ReactNode;
};

/** A page that has one thing to say. */
export function MessagePage({ mark, title, body, actions, detail }: MessagePageProps) {
  return (
    <div className="message-page">
      <ArchMark>{mark}</ArchMark>
      <h1>{title}</h1>
      <p className="message-page-body">{body}</p>
      {actions && <div className="message-page-actions">{actions}</div>}
      {detail && <p className="message-page-detail">{detail}</p>}
    </div>
  );
}
