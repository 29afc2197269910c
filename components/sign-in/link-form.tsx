"use client";

import { Asleep, sleeper } from "@/components/ui/asleep/asleep";
import type { LinkFormProps } from "./link-desk";

const desk = sleeper<LinkFormProps>(() => import("./link-desk"));

/** Asks for a sign-in link. Its script comes with the first touch; until then it is a plain form, and works. */
export function LinkForm(props: LinkFormProps) {
  return <Asleep of={desk} props={props} />;
}
