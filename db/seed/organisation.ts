export type SeedRole = "viewer" | "member" | "reviewer" | "admin";

/** One person in one organisation. Somebody who belongs to two is two of these, with the same e-mail. */
export interface SeedPerson {
  email: string;
  name: string;
  title: string;
  role: SeedRole;
}

/**
 * One step back from the package on disk to what an older version held. Edits are applied in order, each to the result of the one
 * before; an edit that changes nothing is an error, so that a rewritten package cannot silently flatten its own history.
 */
export type SeedEdit =
  | { file: string; replace: string; with: string }
  /** The heading as written, hashes included, with everything up to the next heading of its level or above. */
  | { file: string; dropSection: string }
  | { dropFile: string };

export interface SeedVersion {
  version: string;
  changelog: string;
  daysAgo: number;
  /** From the package on disk to this version; absent on the latest one, which is the package on disk. */
  edits?: SeedEdit[];
}

export interface SeedRating {
  /** E-mail of a member or above who is not the author. */
  by: string;
  stars: 1 | 2 | 3 | 4 | 5;
  /** Empty when the person left stars alone. */
  comment: string;
  /** Saved each time the skill is used, by the rater's own estimate; absent when not given. */
  minutesSaved?: number;
  daysAgo: number;
}

export interface SeedUses {
  /** Mean over the ninety days, before the trend tilts it; nobody uses a skill before its first version. */
  perWeek: number;
  trend: "rising" | "steady" | "fading";
}

export interface SeedSkill {
  /** The folder under `packages/<organisation>/`, which is also the skill's name. */
  folder: string;
  /** One of the organisation's categories. */
  category: string;
  tags: string[];
  /** E-mail of the person who published every version. */
  author: string;
  /** Oldest first. */
  versions: SeedVersion[];
  ratings: SeedRating[];
  uses: SeedUses;
}

/** What people of the organisation look for. */
export interface SeedSearch {
  query: string;
  perWeek: number;
  trend: SeedUses["trend"];
  /** How many results it has; 0 for what is not there. */
  results: number;
  /** False when results are shown of which none fits. */
  isClose?: boolean;
  /** The places that are opened, in turn; 0 when nobody opens anything. */
  places: number[];
}

/** A skill that somebody asked for. */
export interface SeedRequest {
  title: string;
  detail: string;
  /** E-mail of a member or above. */
  by: string;
  daysAgo: number;
  /** E-mails of anybody else; who asks has voted. */
  votes: string[];
  /** What closed it. */
  closed?: { skill: string; by: string; daysAgo: number };
}

export interface SeedOrganisation {
  /** The subdomain, and the folder under `packages/`. */
  slug: string;
  name: string;
  tagline: string;
  /** `#rrggbb`, with at least 4.5 : 1 against white. */
  accent: string;
  access: "members" | "public";
  categories: string[];
  people: SeedPerson[];
  skills: SeedSkill[];
  searches: SeedSearch[];
  requests: SeedRequest[];
}
