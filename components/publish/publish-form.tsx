"use client";

import { useRouter } from "next/navigation";
import { Asleep, sleeper } from "../ui/asleep/asleep";
import type { PublishDeskProps } from "./publish-desk";

const desk = sleeper<PublishDeskProps>(() => import("./publish-desk"));

/** Publishing. Its script comes with the first touch. */
export function PublishForm(props: Omit<PublishDeskProps, "leave">) {
  const router = useRouter();
  const leave = (address: string) => {
    router.push(address);
    router.refresh();
  };
  return <Asleep of={desk} props={{ ...props, leave }} />;
}
