import type { ReactNode, SVGProps } from "react";
import { classNames } from "../class-names";

export type IconProps = Omit<SVGProps<SVGSVGElement>, "children"> & {
  /** Width and height in pixels; 16 unless told. */
  size?: number;
};

/*
 * The drawings are Lucide's (ISC licence, https://lucide.dev/license), as plain functions: lucide-react's own components are client
 * components, which would put their script on every page and each drawing into it twice. Each is a module of its own, because an island
 * carries whole modules: from one that held them all, it would take every drawing that any island uses.
 */

/** An icon is decoration beside words: hidden from assistive technology unless it is given an `aria-label`. */
export function Icon({ size = 16, className, children, ...rest }: IconProps & { children: ReactNode }) {
  const named = rest["aria-label"] !== undefined;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a title would be shown on hover; the name, where there is one, is an aria-label
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      className={classNames("icon", className)}
      aria-hidden={named ? undefined : true}
      role={named ? "img" : undefined}
      {...rest}
    >
      {children}
    </svg>
  );
}
