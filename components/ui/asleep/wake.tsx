import { type ComponentType, type ReactNode, useEffect, useRef } from "react";
import { hydrateRoot } from "react-dom/client";
import { replay } from "./replay";

/** A component that has taken over what the server drew of it. */
export type Awake<Props> = { draw: (props: Props) => void; end: () => void };

/** Lets a component take over what the server drew of it in `here`, and tells it what happened there meanwhile. */
export function wake<Props extends object>(
  here: HTMLElement,
  Component: ComponentType<Props>,
  props: Props,
  pressed: () => HTMLElement | null,
): Awake<Props> {
  const tell = () => replay(here, pressed());
  const drawn = (now: Props) => (
    <Told tell={tell}>
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

function Told({ tell, children }: { tell: () => void; children: ReactNode }) {
  const once = useRef(tell);
  useEffect(() => once.current(), []);
  return children;
}
