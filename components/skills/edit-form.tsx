"use client";

import { useRouter } from "next/navigation";
import { Asleep, sleeper } from "../ui/asleep/asleep";
import type { EditDeskProps } from "./edit-desk";

const desk = sleeper<EditDeskProps>(() => import("./edit-desk"));

/** Edits how a skill is listed. Its script comes with the first touch; until then it is a plain form, and works. */
export function EditForm(props: Omit<EditDeskProps, "leave">) {
  // The router's functions are the same for as long as the page stands.
  const { push } = useRouter();
  return <Asleep of={desk} props={{ ...props, leave: push }} />;
}
