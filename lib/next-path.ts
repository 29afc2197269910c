const HERE = "https://here.invalid";

/**
 * Where to go after signing in: a path on this very host, or the front page. Browsers read `//x`, `/\x` and a tab inside
 * as another host, so the path is resolved as they would and must still be here.
 */
export function safeNextPath(asked: string | null | undefined): string {
  if (!asked || asked.length > 2_000 || !/^\/(?![/\\])/.test(asked) || !URL.canParse(asked, HERE)) return "/";
  const url = new URL(asked, HERE);
  if (url.origin !== HERE || url.pathname.startsWith("//") || url.pathname.startsWith("/api/")) return "/";
  return url.pathname + url.search;
}
