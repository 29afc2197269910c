import { tagOf } from "./skill";

export const SORTS = ["relevance", "rating", "uses", "newest", "name"] as const;
export type Sort = (typeof SORTS)[number];

/** How many stars a skill has at least, on average. */
export const RATINGS = [4, 3, 2] as const;
export type MinRating = (typeof RATINGS)[number];

/** How long ago a skill last changed at most. */
export const PERIODS = ["week", "month", "quarter", "year"] as const;
export type Period = (typeof PERIODS)[number];

/** What the address of the browse page asks for. `cursor` is opaque and checked by the service that made it. */
export type BrowseInput = {
  q: string;
  category: string | null;
  /** A skill must have all of them. */
  tags: string[];
  /** A member's id. */
  author: string | null;
  rating: MinRating | null;
  updated: Period | null;
  sort: Sort;
  cursor: string | null;
};

type Given = URLSearchParams | Record<string, string | string[] | undefined>;

/** Longer than anything a person types; what is pasted beyond it is left out. */
export const MAX_QUERY = 2_000;
const MAX_TAGS = 8;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Reads `q`, `category`, `tag` (repeatable), `author`, `rating`, `updated`, `sort` and `cursor` from an address. Never throws:
 * whatever cannot be meant counts as absent. Relevance is the order when words are sought and no other order is named, and needs words.
 */
export function parseBrowse(given: Given, defaultSort: Sort): BrowseInput {
  const all = (key: string) => valuesOf(given, key);
  const one = (key: string) => all(key)[0]?.trim() || null;
  const q = storable(one("q") ?? "").slice(0, MAX_QUERY);
  const tags = all("tag")
    .map(tagOf)
    .filter((tag) => tag !== null);
  const author = one("author")?.toLowerCase() ?? null;
  return {
    q,
    category: storable(one("category") ?? "").slice(0, 64) || null,
    tags: [...new Set(tags)].sort().slice(0, MAX_TAGS),
    author: author && UUID.test(author) ? author : null,
    rating: RATINGS.find((stars) => String(stars) === one("rating")) ?? null,
    updated: PERIODS.find((period) => period === one("updated")) ?? null,
    sort: sortOf(one("sort"), q !== "", defaultSort),
    cursor: one("cursor"),
  };
}

/** The address's query that `parseBrowse` reads back; a changed filter leaves the cursor out, since it fits only its own list. */
export function browseQuery(input: Partial<BrowseInput>): string {
  const params = new URLSearchParams();
  if (input.q) params.set("q", input.q);
  if (input.category) params.set("category", input.category);
  for (const tag of input.tags ?? []) params.append("tag", tag);
  if (input.author) params.set("author", input.author);
  if (input.rating) params.set("rating", String(input.rating));
  if (input.updated) params.set("updated", input.updated);
  if (input.sort) params.set("sort", input.sort);
  if (input.cursor) params.set("cursor", input.cursor);
  return params.toString();
}

function sortOf(text: string | null, hasWords: boolean, defaultSort: Sort): Sort {
  const named = SORTS.find((sort) => sort === text);
  const order = named ?? (hasWords ? "relevance" : defaultSort);
  if (order !== "relevance" || hasWords) return order;
  return defaultSort === "relevance" ? "rating" : defaultSort;
}

function valuesOf(given: Given, key: string): string[] {
  if (given instanceof URLSearchParams) return given.getAll(key);
  const value = given[key];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** Without what the database cannot hold: a NUL, or half of a surrogate pair. */
export const storable = (text: string) => text.replace(/[\0\p{Cs}]/gu, " ").trim();
