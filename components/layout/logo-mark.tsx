import type { SVGProps } from "react";

/** Guildhall's mark: an arch within an arch, a hall with its door open. Takes the colour of the text around it. */
export function LogoMark({ size = 28, ...rest }: Omit<SVGProps<SVGSVGElement>, "children"> & { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" {...rest}>
      <path fill="currentColor" fillRule="evenodd" d={archInArch} />
    </svg>
  );
}

/** The outer arch, less the opening, plus the door in it. The same path is in app/icon.svg. */
export const archInArch =
  "M4 29V14.5a12 12 0 0 1 24 0V29h-5V14.5a7 7 0 0 0-14 0V29H4Zm8.5 0V15a3.5 3.5 0 0 1 7 0v14h-7Z";
