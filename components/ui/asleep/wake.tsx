import { type ComponentType, type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { hydrateRoot } from "react-dom/client";
import { type Missed, replay } from "./replay";

/** A component that has taken over what the server drew of it. */
export type Awake<Props> = { draw: (props: Props) => void; end: () => void };

/** Lets a component take over what the server drew of it in `here`, and tells it what happened there meanwhile. */
export function wake<Props extends object>(
  here: HTMLElement,
  Component: ComponentType<Props>,
  props: Props,
  missed: () => Missed,
): Awake<Props> {
  const drawn = (now: Props) => (
    <Told here={here} missed={missed}>
      <Component {...now} />
    </Told>
  );
  const root = hydrateRoot(here, drawn(props));
  return {
    draw: (now) => root.render(drawn(now)),
    // Not at once: React refuses to end a root while it draws another.
    end: () => queueMicrotask(() => root.unmount()),
  };
}

function Told({ here, missed, children }: { here: HTMLElement; missed: () => Missed; children: ReactNode }) {
  const early = useRef<Missed>({ pressed: [] });
  // Asked in the very step in which React takes over, since from then on React hears of everything itself.
  useLayoutEffect(() => {
    early.current = missed();
  }, [missed]);
  // Out of the effect itself: inside, React cannot answer an event at once, and would reset the control meanwhile, caret and all.
  useEffect(() => queueMicrotask(() => replay(here, early.current)), [here]);
  return children;
}
