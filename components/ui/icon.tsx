import type { ReactNode, SVGProps } from "react";
import { classNames } from "./class-names";

export type IconProps = Omit<SVGProps<SVGSVGElement>, "children"> & {
  /** Width and height in pixels; 16 unless told. */
  size?: number;
};

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
