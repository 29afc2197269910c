import type { ReactNode } from "react";
import { classNames } from "../class-names";

export type BadgeTone = "neutral" | "accent" | "info" | "success" | "warning" | "danger";

/** A state in a word or two: “Published”, “Admin”. */
export function Badge({
  tone = "neutral",
  className,
  children,
}: {
  tone?: BadgeTone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span className={classNames("badge", className)} data-tone={tone}>
      {children}
    </span>
  );
}
