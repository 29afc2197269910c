import type { CategoryEdit, SettingsInput } from "@/lib/inputs/settings";
import { NO_CATEGORY } from "@/lib/inputs/skill";
import type { HallSettings } from "./hall-columns";

type Values = Omit<HallSettings, "logoHash" | "revision">;

const KEYS = ["name", "tagline", "accentColor", "access", "defaultSort", "categories"] as const;

/** Only what differs, before and after: that is what the log keeps. */
export function changeOf(
  stored: HallSettings,
  input: SettingsInput,
): { before: Partial<Values>; after: Partial<Values> } {
  const was: Values = { ...stored, categories: stored.categories.filter((name) => name !== NO_CATEGORY) };
  const is: Values = { ...input, categories: input.categories.map(({ name }) => name) };
  const keys = KEYS.filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]));
  const of = (from: Values) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return { before: of(was), after: of(is) };
}

/** Where the skills of each renamed or removed category go: to its new name, or to the category for what belongs to none. */
export function movesOf(stored: string[], edits: CategoryEdit[]): { from: string; to: string }[] {
  const renamed = new Map(edits.flatMap(({ was, name }) => (was === null ? [] : [[was, name] as const])));
  // A category that is removed in one row and added in another has been there all the time.
  const added = new Set(edits.filter(({ was }) => was === null).map(({ name }) => name));
  return stored
    .filter((name) => name !== NO_CATEGORY && !(added.has(name) && !renamed.has(name)))
    .map((name) => ({ from: name, to: renamed.get(name) ?? NO_CATEGORY }))
    .filter(({ from, to }) => from !== to);
}
