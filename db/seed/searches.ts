import type { SeedSearch } from "@/db/seed/organisation";
import { randomFrom } from "@/db/seed/random";
import { roundByChance, tiltOf, WEEK } from "@/db/seed/usage";

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Two months, so that a month has one before it to be compared with. */
const DAYS_OF_SEARCHES = 60;

export interface SeedSearched {
  query: string;
  at: Date;
  results: number;
  isClose: boolean;
  clickedPlace: number | null;
}

/**
 * What was looked for in the sixty days up to `today`, oldest first, never in the future. The same arguments give the same
 * list. `seed` is any text; the organisation's slug will do.
 */
export function searchesOf(searches: SeedSearch[], { seed, today }: { seed: string; today: Date }): SeedSearched[] {
  const midnight = Math.floor(today.getTime() / DAY) * DAY;
  const found = searches.flatMap((search) => {
    const { query, perWeek, trend, results, isClose = results > 0, places } = search;
    const random = randomFrom(`${seed}/search/${query}`);
    const made: SeedSearched[] = [];
    for (let daysAgo = DAYS_OF_SEARCHES - 1; daysAgo >= 0; daysAgo--) {
      const start = midnight - daysAgo * DAY;
      const share = WEEK[new Date(start).getUTCDay()] ?? 0;
      const expected = perWeek * tiltOf(trend, 1 - daysAgo / (DAYS_OF_SEARCHES - 1)) * share;
      for (let count = roundByChance(expected, random); count > 0; count--) {
        const at = new Date(start + Math.floor((7.5 + random() * 10) * 60) * MINUTE);
        const clickedPlace = places[made.length % places.length] || null;
        made.push({ query, at, results, isClose, clickedPlace });
      }
    }
    return made;
  });
  return found.filter(({ at }) => at <= today).sort((a, b) => a.at.getTime() - b.at.getTime());
}
