export const dynamic = "force-dynamic";

/** The process answers. Says nothing about the database, so that an outage of it does not get the server restarted. */
export function GET(): Response {
  return new Response("alive\n", { headers: { "cache-control": "no-store" } });
}
