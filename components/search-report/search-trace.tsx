"use client";

import { type MouseEvent, type ReactNode, useEffect } from "react";

type Props = {
  /** What the page sealed of this search; null where it is none to keep. */
  trace: string | null;
  /** The results, each in a list item. */
  children: ReactNode;
};

/** Tells the log of a search once it has come to rest, and which result was opened. Shows nothing of its own. */
export function SearchTrace({ trace, children }: Props) {
  useEffect(() => {
    // What is typed through is replaced before its time; a page that is only prepared is hidden.
    const rest = setTimeout(() => document.hidden || tell(trace), 1500);
    return () => clearTimeout(rest);
  }, [trace]);

  function open({ target }: MouseEvent) {
    const row = (target as Element).closest("a")?.closest("li");
    if (row) tell(trace, [...(row.parentNode?.children ?? [])].indexOf(row) + 1);
  }
  return (
    <div className="contents" onClickCapture={open} onAuxClickCapture={open}>
      {children}
    </div>
  );
}

function tell(trace: string | null, place?: number) {
  if (!trace) return;
  try {
    // Gone back to or loaded again, the same address is the same search; the log counts one trace once.
    const [address, kept] = sessionStorage.trace?.split(" ") ?? [];
    const same = address === location.search ? kept : trace;
    sessionStorage.trace = `${location.search} ${same}`;
    navigator.sendBeacon("/api/searches", place ? `${same} ${place}` : same);
  } catch {
    // Not to be told is the browser's good right.
  }
}
