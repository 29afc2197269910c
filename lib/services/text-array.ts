/** Texts as one value that the database reads as `text[]`. */
export function textArray(texts: Iterable<string>): string {
  const isSpecial = /["\\]/;
  const quoted = [...texts].map((text) => (isSpecial.test(text) ? text.replace(/["\\]/g, "\\$&") : text));
  return quoted.length === 0 ? "{}" : `{"${quoted.join('","')}"}`;
}
