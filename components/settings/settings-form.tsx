"use client";

import { Asleep, sleeper } from "../ui/asleep/asleep";
import type { SettingsFormProps } from "./settings-desk";

// Its script comes with the first touch: most who open the page only look.
const desk = sleeper<SettingsFormProps>(() => import("./settings-desk"));

/** How the hall is called, looks and behaves. */
export function SettingsForm(props: SettingsFormProps) {
  return <Asleep of={desk} props={props} />;
}
