import type { MinRating, Period } from "@/lib/inputs/browse";

/** What narrows and orders a list of skills, as it stands in the address. */
export type Browse = {
  q: string;
  category: string | null;
  tags: string[];
  author: string | null;
  rating: MinRating | null;
  updated: Period | null;
  /** Empty while it is the usual one: best match for words, else what the hall prefers. */
  sort: string;
};

export const PERIOD_WORDS: Record<Period, string> = {
  week: "Past week",
  month: "Past month",
  quarter: "Past three months",
  year: "Past year",
};

/** Whether anything but words narrows the list. */
export const isNarrowed = ({ category, tags, author, rating, updated }: Browse): boolean =>
  Boolean(category || tags.length > 0 || author || rating || updated);

/** The address of a list: only what is there, so that the same list has the same address. */
export function browseHref(browse: Partial<Browse> & { cursor?: string | null }): string {
  const query = new URLSearchParams();
  if (browse.q) query.set("q", browse.q);
  if (browse.category) query.set("category", browse.category);
  for (const tag of browse.tags ?? []) query.append("tag", tag);
  if (browse.author) query.set("author", browse.author);
  if (browse.rating) query.set("rating", String(browse.rating));
  if (browse.updated) query.set("updated", browse.updated);
  if (browse.sort) query.set("sort", browse.sort);
  if (browse.cursor) query.set("cursor", browse.cursor);
  return query.size > 0 ? `/skills?${query}` : "/skills";
}

/** `42 skills for “git” in Engineering, tagged review and safety, by Mei Tanaka`. */
export function resultSentence(total: number, browse: Browse, authorName: string | null): string {
  const count = total === 0 ? "No skills" : total === 1 ? "1 skill" : `${total.toLocaleString("en")} skills`;
  const parts = [
    count,
    browse.q && ` for “${browse.q}”`,
    browse.category && ` in ${browse.category}`,
    browse.tags.length > 0 && `, tagged ${joined(browse.tags)}`,
    browse.author && `, by ${authorName ?? "one author"}`,
    browse.rating && `, rated ${browse.rating} and up`,
    browse.updated && `, updated in the ${PERIOD_WORDS[browse.updated].toLowerCase()}`,
  ];
  return parts.filter(Boolean).join("");
}

function joined(words: string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
