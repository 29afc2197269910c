/** What somebody typed, as the three ways in which it is sought. */
export type SoughtWords = {
  /** As an address would spell it: `Code  Review` → `code-review`. */
  slug: string;
  /** The same without hyphens: `codereview`. */
  joined: string;
  title: string;
  /** tsquery texts for to_tsquery, made of letters and digits only; null when there is no word. */
  every: string | null;
  any: string | null;
};

// More words than a question has; a pasted page is sought by its beginning.
const MAX_WORDS = 16;

/** Never fails: whatever is neither a letter nor a digit separates words, so nothing typed can be taken for an operator. */
export function soughtWords(q: string): SoughtWords {
  const title = q.normalize("NFKC").slice(0, 2_000).toLowerCase().replace(/\s+/g, " ").trim();
  const words = [...new Set(title.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])].slice(0, MAX_WORDS);
  const slug = words.join("-");
  // The last word may be only half typed.
  const terms = words.map((word, index) => (index === words.length - 1 && word.length > 1 ? `${word}:*` : word));
  const isEmpty = terms.length === 0;
  return {
    slug,
    joined: words.join(""),
    title,
    every: isEmpty ? null : terms.join(" & "),
    any: isEmpty ? null : terms.join(" | "),
  };
}
