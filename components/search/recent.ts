/** Where a browser keeps what was searched for in this hall: an organisation's address is an origin of its own. */
export const RECENT = "recent-searches";
const MOST = 6;
const LONGEST = 200;

type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem">;

/** What was searched for in this browser, the newest first. Whatever else stands there counts as nothing. */
export function recentSearches(storage: Storage | null = ownStorage()): string[] {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(RECENT) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string" && one !== "").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Puts a search first. What differs only by case or spaces is the same; what is long, like a pasted task, is not kept. */
export function rememberSearch(words: string, storage: Storage | null = ownStorage()): void {
  const search = words.replace(/\s+/g, " ").trim();
  if (search === "" || search.length > LONGEST) return;
  keep([search, ...without(search, storage)], storage);
}

export function forgetSearch(search: string, storage: Storage | null = ownStorage()): void {
  keep(without(search, storage), storage);
}

export function forgetSearches(storage: Storage | null = ownStorage()): void {
  keep([], storage);
}

const without = (search: string, storage: Storage | null) =>
  recentSearches(storage).filter((one) => one.toLowerCase() !== search.toLowerCase());

function keep(searches: string[], storage: Storage | null): void {
  try {
    if (searches.length === 0) storage?.removeItem(RECENT);
    else storage?.setItem(RECENT, JSON.stringify(searches.slice(0, MOST)));
  } catch {
    // A browser that is full or keeps nothing goes without.
  }
}

/** Null where a browser refuses even to be asked. */
function ownStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
