import type { ReactNode } from "react";
import { classNames } from "../class-names";

export type EmptyStateProps = {
  /** What is not here: “No reviews are waiting”. */
  title: ReactNode;
  /** Why, and what to do next. */
  body?: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** What stands where a list would, when there is nothing to list. */
export function EmptyState({ title, body, action, className }: EmptyStateProps) {
  return (
    <div className={classNames("empty-state", className)}>
      <p className="empty-state-title">{title}</p>
      {body && <p className="empty-state-body">{body}</p>}
      {action && <div className="empty-state-action">{action}</div>}
    </div>
  );
}
