/** Texts as one value that the database reads as `text[]`. */
export function textArray(texts: Iterable<string>): string {
  return `{${[...texts].map((text) => `"${text.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}
