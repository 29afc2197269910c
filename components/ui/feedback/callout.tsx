import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { Icon, type IconName } from "../icons/icon";

export type CalloutTone = "info" | "warning" | "danger" | "success";

export type CalloutProps = { tone?: CalloutTone; title?: ReactNode; children?: ReactNode; className?: string };

const icons: Record<CalloutTone, IconName> = {
  info: "info",
  warning: "triangle-alert",
  danger: "circle-alert",
  success: "circle-check",
};

/** Something the reader must know here, set apart from the text. */
export function Callout({ tone = "info", title, children, className }: CalloutProps) {
  return (
    <div className={classNames("callout", className)} data-tone={tone}>
      <Icon name={icons[tone]} />
      <div className="min-w-0 flex-1">
        {title && <p className="callout-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
