import type { SeedPerson, SeedSkill, SeedUses } from "@/db/seed/organisation";
import { randomFrom } from "@/db/seed/random";

const DAY = 86_400_000;
const MINUTE = 60_000;
const DAYS_OF_USAGE = 90;
/** Share of a week's use that falls on each weekday, Sunday first. */
export const WEEK = [0.02, 0.2, 0.21, 0.2, 0.19, 0.15, 0.03];

export interface SeedUsage {
  /** Skill, person and day, which together occur once: fit for an idempotent event id. */
  key: string;
  by: string;
  at: Date;
}

/**
 * The uses of one skill over the ninety days up to `today`, oldest first, never in the future, never before the first version, and at
 * most one for each person and day. The same arguments give the same list. `seed` is any text; the organisation's slug will do.
 */
export function usageOf(skill: SeedSkill, people: SeedPerson[], seed: { seed: string; today: Date }): SeedUsage[] {
  const random = randomFrom(`${seed.seed}/${skill.folder}`);
  const keenness = people.map((person) => ({ by: person.email, weight: 0.1 + random() ** 2 }));
  const firstDay = Math.min(DAYS_OF_USAGE - 1, skill.versions[0]?.daysAgo ?? 0);
  const uses: SeedUsage[] = [];
  for (let daysAgo = firstDay; daysAgo >= 0; daysAgo--) {
    const midnight = Math.floor(seed.today.getTime() / DAY) * DAY - daysAgo * DAY;
    const count = roundByChance(expected(skill.uses, daysAgo, new Date(midnight).getUTCDay()), random);
    for (const by of draw(keenness, count, random)) {
      const at = new Date(midnight + Math.floor((7.5 + random() * 10) * 60) * MINUTE);
      const day = at.toISOString().slice(0, 10);
      if (at <= seed.today) uses.push({ key: `${skill.folder}/${by}/${day}`, by, at });
    }
  }
  return uses.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/**
 * A moment in working hours `daysAgo` days before `today`, for versions and ratings, so that a page of them does not all say the same
 * minute. The same key gives the same hour. Never later than `today`.
 */
export function momentOf(daysAgo: number, key: string, today: Date): Date {
  const midnight = Math.floor(today.getTime() / DAY) * DAY - daysAgo * DAY;
  const at = midnight + Math.floor((8 + randomFrom(key)() * 9) * 60) * MINUTE;
  return new Date(Math.min(at, today.getTime()));
}

/** The tilt is linear and averages one, so a trend changes when a skill is used and not how much. */
function expected(uses: SeedUses, daysAgo: number, weekday: number): number {
  const towardsToday = 1 - daysAgo / (DAYS_OF_USAGE - 1);
  return uses.perWeek * tiltOf(uses.trend, towardsToday) * (WEEK[weekday] ?? 0);
}

/** What a trend multiplies by, from 0 at the beginning to 1 today. */
export function tiltOf(trend: SeedUses["trend"], towardsToday: number): number {
  return { rising: 0.15 + 1.7 * towardsToday, steady: 1, fading: 1.85 - 1.7 * towardsToday }[trend];
}

export function roundByChance(value: number, random: () => number): number {
  return Math.floor(value) + (random() < value % 1 ? 1 : 0);
}

/**
 * Weighted and without putting anyone back, so that one person is drawn once a day: everyone waits a random time, the keener the
 * shorter, and the first ones are taken (Efraimidis and Spirakis, 2006).
 */
function draw(from: { by: string; weight: number }[], count: number, random: () => number): string[] {
  return from
    .map(({ by, weight }) => ({ by, wait: -Math.log(1 - random()) / weight }))
    .sort((a, b) => a.wait - b.wait)
    .slice(0, count)
    .map(({ by }) => by);
}
