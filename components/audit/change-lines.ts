import type { Told } from "./sentence";

/** One part of what was changed, before and after, as texts; absent where there was or is nothing. */
export type ChangeLine = { label: string; before?: string; after?: string };

const LABELS: Record<string, string> = {
  accentColor: "Accent colour",
  access: "Who may look around",
  defaultSort: "Usual order",
  firstAdmin: "First admin",
  latestVersion: "Latest version",
  method: "Way",
  minutesSaved: "Minutes saved",
  movedSkills: "Moved skills",
  name: "Name",
};

const VALUES: Record<string, string> = {
  "access public": "everybody with the address",
  "access members": "members only",
  "method link": "e-mailed link",
  "kind install_copy": "copied install command",
};

/** What the log keeps of a change, a line for each part of it. Texts longer than `limit` are cut, and end in “…”. */
export function changeLines({ before, after }: Pick<Told, "before" | "after">, limit = Infinity): ChangeLine[] {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...keys].map((key) => {
    const [was, is] = [shown(key, before?.[key], limit), shown(key, after?.[key], limit)];
    return { label: LABELS[key] ?? sentenceCase(key), ...(was && { before: was }), ...(is && { after: is }) };
  });
}

function shown(key: string, value: unknown, limit: number): string {
  const text = VALUES[`${key} ${value}`] ?? textOf(value);
  const letters = text.length > limit ? [...text] : [];
  return letters.length > limit ? `${letters.slice(0, limit).join("").trimEnd()}…` : text;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(textOf).join(", ");
  if (typeof value !== "object") return String(value);
  const { from, to, skills } = value as Record<string, unknown>;
  return from && to ? `${skills} from ${from} to ${to}` : JSON.stringify(value);
}

/** `fileCount` → `File count` */
function sentenceCase(key: string): string {
  const spaced = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/_/g, " ");
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
