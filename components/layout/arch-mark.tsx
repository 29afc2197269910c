import type { ReactNode } from "react";

/** A drawing of the hall's door for pages that say something went otherwise; `children` is what is seen in it. */
export function ArchMark({ children }: { children?: ReactNode }) {
  return (
    <svg
      width={112}
      height={112}
      viewBox="0 0 112 112"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M8 104h96" />
      <path d="M18 104V50a38 38 0 0 1 76 0v54" />
      <path d="M30 104V50a26 26 0 0 1 52 0v54" />
      {children}
    </svg>
  );
}
