import type { Settings } from "@/lib/services/settings";

/** One row of the list of categories. `was` is its stored name, empty for a new one; `key` tells rows apart while they are renamed. */
export type CategoryRow = { key: number; name: string; was: string; skills: number };

/** What the form holds while somebody types. */
export type Draft = Pick<Settings, "name" | "tagline" | "accentColor" | "access" | "defaultSort"> & {
  categories: CategoryRow[];
};
export type Part = keyof Draft;

/**
 * A form, what it was made from (`base`), and what somebody else saved meanwhile in parts that were changed here too.
 * `stamp` grows whenever the draft is changed by something other than typing.
 */
export type Sheet = { base: Settings; draft: Draft; theirs: Partial<Draft>; stamp: number };

export const PARTS: Part[] = ["name", "tagline", "accentColor", "access", "defaultSort", "categories"];

export function newSheet(base: Settings, stamp = 0): Sheet {
  return { base, draft: draftOf(base), theirs: {}, stamp };
}

/**
 * Brings what somebody else saved into a form that is being filled in. A part that only they changed becomes theirs, one
 * that only was changed here stays; where both changed it, the form keeps its own and remembers theirs beside it.
 */
export function meet(sheet: Sheet, saved: Settings): Sheet {
  const [was, theirs] = [draftOf(sheet.base), draftOf(saved)];
  const mine: Draft = { ...sheet.draft, categories: rebased(sheet.draft.categories, theirs.categories) };
  const changedThere = PARTS.filter((part) => !isSame(part, was, theirs) && !isSame(part, mine, theirs));
  const changedBoth = changedThere.filter((part) => !isSame(part, was, sheet.draft));
  const taken = changedThere.filter((part) => !changedBoth.includes(part));
  return {
    base: saved,
    draft: { ...mine, ...partsOf(theirs, taken) },
    theirs: partsOf(theirs, changedBoth),
    stamp: sheet.stamp + 1,
  };
}

/** Settles one part that both changed. */
export function settle(sheet: Sheet, part: Part, choice: "mine" | "theirs"): Sheet {
  const { [part]: theirs, ...others } = sheet.theirs;
  const draft = choice === "theirs" && theirs !== undefined ? { ...sheet.draft, [part]: theirs } : sheet.draft;
  return { ...sheet, draft, theirs: others, stamp: sheet.stamp + 1 };
}

/** How many skills lose their category when this is saved. */
export function homelessSkills({ base, draft }: Sheet): number {
  const kept = new Set(draft.categories.map(({ was, name }) => was || name));
  return base.categories.filter(({ name }) => !kept.has(name)).reduce((sum, { skills }) => sum + skills, 0);
}

function draftOf({ name, tagline, accentColor, access, defaultSort, categories }: Settings): Draft {
  const rows = categories.map((category, key) => ({ key, was: category.name, ...category }));
  return { name, tagline, accentColor, access, defaultSort, categories: rows };
}

/** Rows made from an older list, as rows of a newer one: what that one no longer has is new again. */
function rebased(rows: CategoryRow[], now: CategoryRow[]): CategoryRow[] {
  const stored = new Map(now.map((row) => [row.name, row]));
  const claimed = new Set(rows.map(({ was }) => was));
  return rows.map((row) => {
    const same = stored.get(row.was) ?? (claimed.has(row.name) ? undefined : stored.get(row.name));
    return { ...row, was: same?.name ?? "", skills: same?.skills ?? 0 };
  });
}

function isSame(part: Part, one: Draft, other: Draft): boolean {
  return textOf(one, part) === textOf(other, part);
}

/** A part in words, to show or to compare. */
export function textOf(draft: Partial<Draft>, part: Part): string {
  return part === "categories"
    ? (draft.categories ?? []).map(({ name }) => name).join(", ")
    : String(draft[part] ?? "").trim();
}

function partsOf(draft: Draft, parts: Part[]): Partial<Draft> {
  return Object.fromEntries(parts.map((part) => [part, draft[part]]));
}
