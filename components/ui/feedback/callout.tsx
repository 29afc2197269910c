import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { CircleAlertIcon } from "../icons/circle-alert";
import { CircleCheckIcon } from "../icons/circle-check";
import { InfoIcon } from "../icons/info";
import { TriangleAlertIcon } from "../icons/triangle-alert";

export type CalloutTone = "info" | "warning" | "danger" | "success";

export type CalloutProps = { tone?: CalloutTone; title?: ReactNode; children?: ReactNode; className?: string };

const icons = { info: InfoIcon, warning: TriangleAlertIcon, danger: CircleAlertIcon, success: CircleCheckIcon };

/** Something the reader must know here, set apart from the text. */
export function Callout({ tone = "info", title, children, className }: CalloutProps) {
  const Icon = icons[tone];
  return (
    <div className={classNames("callout", className)} data-tone={tone}>
      <Icon />
      <div className="min-w-0 flex-1">
        {title && <p className="callout-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
