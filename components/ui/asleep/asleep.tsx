"use client";

import { type ComponentType, lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Missed } from "./replay";
import type { Awake } from "./wake";

/** A component whose script is fetched when it is wanted. Made once, outside of what draws it. */
export type Sleeper<Props> = {
  fetchComponent: () => Promise<{ default: ComponentType<Props> }>;
  Drawn: ComponentType<Props>;
};

export function sleeper<Props extends object>(fetchComponent: Sleeper<Props>["fetchComponent"]): Sleeper<Props> {
  return { fetchComponent, Drawn: lazy(fetchComponent) as unknown as ComponentType<Props> };
}

type Parts<Props> = { of: Sleeper<Props>; props: Props };

/**
 * Draws a component on the server in full, and fetches its script when the pointer or the focus first comes to it. What was typed,
 * chosen or pressed until then counts all the same. Reached through the router, it is awake from the start. It must need no
 * context of the page. See docs/decisions/islands-asleep.md.
 */
export function Asleep<Props extends object>({ of: { fetchComponent, Drawn }, props }: Parts<Props>) {
  const isFromServer = useState(useIsHydrating())[0];
  if (typeof window !== "undefined" && isFromServer) return <AsDrawn fetchComponent={fetchComponent} props={props} />;
  const drawn = <Drawn {...props} />;
  // Without a boundary on the server: React would send a large one after the page, to be put in its place by a script.
  return <div className="contents">{isFromServer ? drawn : <Suspense>{drawn}</Suspense>}</div>;
}

// React leaves alone what stands in an element with HTML of its own, as long as the property stays the same object.
const untouched = { __html: "" };

function AsDrawn<Props extends object>({ fetchComponent, props }: Omit<Sleeper<Props>, "Drawn"> & { props: Props }) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const awake = useRef<Awake<Props> | null>(null);

  useEffect(() => {
    latest.current = props;
    awake.current?.draw(props);
  }, [props]);

  useEffect(() => {
    const here = place.current;
    if (!here) return;
    let isGone = false;
    const forget = onFirstTouch(here, async (missed) => {
      const [{ wake }, component] = await Promise.all([import("./wake"), fetchComponent()]);
      if (!isGone) awake.current = wake(here, component.default, latest.current, missed);
    });
    return () => {
      isGone = true;
      forget();
      awake.current?.end();
    };
  }, [fetchComponent]);

  // biome-ignore lint/security/noDangerouslySetInnerHtml: it sets nothing, see above
  return <div ref={place} className="contents" suppressHydrationWarning dangerouslySetInnerHTML={untouched} />;
}

const TOUCHES = ["pointerover", "pointerdown", "focusin", "dragenter", "toggle", "change", "drop"];

/** Calls `onTouch` once, with a way to ask for what was pressed or dropped last; asked once, too. */
function onFirstTouch(here: HTMLElement, onTouch: (missed: () => Missed) => void): () => void {
  const stop = new AbortController();
  const missed: Missed = { pressed: [] };
  const touch = () => {
    for (const name of TOUCHES) here.removeEventListener(name, touch, true);
    onTouch(() => {
      stop.abort();
      return missed;
    });
  };
  for (const name of TOUCHES) here.addEventListener(name, touch, { capture: true, signal: stop.signal });
  const watch = (event: Event) => {
    if (event.type === "click") keepPress(missed, event);
    // The browser would leave the page to show the file.
    else event.preventDefault();
    if (event.type === "drop") missed.drop = kept(event as DragEvent);
  };
  for (const name of ["click", "dragover", "drop"]) here.addEventListener(name, watch, { signal: stop.signal });
  if (here.contains(document.activeElement)) touch();
  return () => stop.abort();
}

// What is sent after something else was pressed has to wait for what that does, or it would be sent without it.
function keepPress({ pressed }: Missed, event: Event): void {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (!button || (button.type === "submit" && pressed.length === 0)) return;
  if (button.type === "submit") event.preventDefault();
  pressed.push(button);
}

// A browser empties what was dropped when the event is over. Folders cannot be kept.
function kept({ target, dataTransfer }: DragEvent): Missed["drop"] {
  const copy = new DataTransfer();
  for (const file of dataTransfer?.files ?? []) if (file.type || file.size) copy.items.add(file);
  return { target, dataTransfer: copy };
}

const never = () => () => {};
const useIsHydrating = () =>
  useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
