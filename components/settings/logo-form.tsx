"use client";

import { useRouter } from "next/navigation";
import { Asleep, sleeper } from "../ui/asleep/asleep";
import type { LogoDeskProps } from "./logo-desk";

const desk = sleeper<LogoDeskProps>(() => import("./logo-desk"));

/** The logo. Its script comes with the first touch. */
export function LogoForm(props: Omit<LogoDeskProps, "refresh">) {
  const router = useRouter();
  return <Asleep of={desk} props={{ ...props, refresh: () => router.refresh() }} />;
}
