import type { ReactNode } from "react";
import { Callout } from "../feedback/callout";

/** What a whole form was refused for, announced when it appears; nothing while there is nothing to say. */
export function FormError({ children, className }: { children?: ReactNode; className?: string }) {
  return (
    <div role="alert" className={className && children ? className : undefined}>
      {children ? <Callout tone="danger">{children}</Callout> : null}
    </div>
  );
}
