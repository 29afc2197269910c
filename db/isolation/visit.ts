import type { World } from "./worlds";

/** Calls of one service from within `me`: with what is there, and with what only `them` can have told the caller. */
export type Visit = {
  /** Says the caller's own mark if it shows anything at all. */
  own: (me: World, them: World) => Promise<unknown>;
  /** Comes to nothing: null, an empty list, or a refusal. */
  foreign?: (me: World, them: World) => Promise<unknown>;
};
