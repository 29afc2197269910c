"use client";

import { Asleep, sleeper } from "../asleep/asleep";
import type { ConfirmButtonProps } from "./confirm-button";

const button = sleeper<ConfirmButtonProps>(async () => ({ default: (await import("./confirm-button")).ConfirmButton }));

/** A ConfirmButton whose script comes with the first touch: for pages on which most people never press it. */
export function SleepingConfirmButton(props: ConfirmButtonProps) {
  return <Asleep of={button} props={props} />;
}
