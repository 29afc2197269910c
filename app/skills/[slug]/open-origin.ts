import { headers } from "next/headers";
import { env } from "@/lib/env";
import type { Hall } from "@/lib/services/hall";

/** The address at which anybody may fetch from this hall, as `https://acme.example.com`; null where only members may. */
export async function openOrigin(hall: Hall): Promise<string | null> {
  if (hall.access !== "public") return null;
  const host = (await headers()).get("x-forwarded-host");
  return host && `${env().publicProtocol}://${host}`;
}
