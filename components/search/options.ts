/** One thing to choose from a list. */
export type Option = {
  /** Unique in its list. */
  key: string;
  label: string;
  detail?: string;
  icon: "skill" | "person" | "words" | "recent" | "page" | "action";
  /** Where it leads; or else what it does. */
  href?: string;
  run?: () => void;
  /** Takes it out of what is remembered. */
  forget?: () => void;
  /** The list stays open when it is chosen. */
  stays?: boolean;
};

export type OptionGroup = { title: string; options: Option[] };

/** The groups that have something in them. */
export const filled = (groups: OptionGroup[]): OptionGroup[] => groups.filter((group) => group.options.length > 0);

export const flat = (groups: OptionGroup[]): Option[] => groups.flatMap((group) => group.options);

/**
 * The option that an arrow leads to, by its place; -1 is the field itself.
 * @param viaField whether the way round passes the field, in which what was typed is then searched for
 */
export function nextActive(active: number, count: number, key: string, viaField: boolean): number {
  const first = viaField ? -1 : 0;
  if (key === "ArrowDown") return active + 1 < count ? active + 1 : first;
  if (active > first) return active - 1;
  return count - 1;
}

/** Those whose words all begin with, or hold, what was typed. */
export function fitting(options: Option[], typed: string): Option[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return options.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
}
