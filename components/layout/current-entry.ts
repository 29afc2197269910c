import type { NavEntry } from "./site-nav";

/** The one entry that is current: the longest whose address begins the path, so that “Publish” does not light “Browse” too. */
export function currentEntry(entries: NavEntry[], pathname: string): NavEntry | undefined {
  return entries
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
}
