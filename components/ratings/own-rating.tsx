"use client";

import { Asleep, sleeper } from "../ui/asleep/asleep";
import type { OwnRatingProps } from "./own-rating-desk";

const desk = sleeper<OwnRatingProps>(() => import("./own-rating-desk"));

/** One's own rating. Its script comes with the first touch; until then its forms are plain ones, and work. */
export function OwnRating(props: OwnRatingProps) {
  return <Asleep of={desk} props={props} />;
}
