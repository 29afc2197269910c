/** The first `limit` characters of a text on one line, cut after a sentence where one ends late enough, else between words. */
export function excerpt(text: string, limit: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit + 1);
  const sentence = Math.max(...[". ", "? ", "! "].map((end) => cut.lastIndexOf(end)));
  if (sentence > limit / 2) return cut.slice(0, sentence + 1);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > limit / 2 ? space : limit).replace(/[\s,;:.–—-]+$|[\uD800-\uDBFF]$/, "")}…`;
}
