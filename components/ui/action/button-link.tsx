import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonClasses } from "./button";

export type ButtonLinkProps = ComponentProps<typeof Link> & { variant?: ButtonVariant; size?: ButtonSize };

/** A link that looks like a button. Not prefetched unless asked: most buttons of a page are never pressed. */
export function ButtonLink({ variant, size, className, prefetch = false, ...rest }: ButtonLinkProps) {
  return <Link className={buttonClasses(variant, size, className)} prefetch={prefetch} {...rest} />;
}
