/** The first `limit` characters of a text, cut between words, on one line. */
export function excerpt(text: string, limit: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit + 1);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > limit / 2 ? space : limit).replace(/[\s,;:.–—-]+$|[\uD800-\uDBFF]$/, "")}…`;
}
