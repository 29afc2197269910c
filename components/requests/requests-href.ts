/** The address of a list of requests. */
export function requestsHref(state: "open" | "closed", cursor?: string): string {
  const query = new URLSearchParams();
  if (state === "closed") query.set("state", state);
  if (cursor) query.set("cursor", cursor);
  return query.size > 0 ? `/requests?${query}` : "/requests";
}
