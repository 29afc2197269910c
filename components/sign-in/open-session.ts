const REFUSED = "That did not work. The link may have been used, or be too old: ask for a new one.";

/**
 * Signs in by next-auth's own door and goes on to where it says. Its csrf cookie is fetched first, which also makes a
 * mail scanner's visit harmless: only a press of the button spends the link.
 * @returns the sentence to show when it was refused; nothing when the page is on its way
 */
export async function openSession(
  provider: "link" | "demo",
  fields: Record<string, string>,
  next: string,
): Promise<string | undefined> {
  try {
    const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
    const answer = await fetch(`/api/auth/callback/${provider}`, {
      method: "POST",
      body: new URLSearchParams({ ...fields, csrfToken, callbackUrl: next, json: "true" }),
    });
    const { url } = (await answer.json()) as { url?: string };
    if (!answer.ok || !url) return REFUSED;
    window.location.assign(next);
    return undefined;
  } catch {
    return "The server did not answer. Check your connection and try again.";
  }
}
