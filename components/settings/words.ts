import type { Settings } from "@/lib/services/settings";
import type { Draft, Part } from "./sheet";
import { textOf } from "./sheet";

export const SORT_LABELS: Record<Settings["defaultSort"], string> = {
  rating: "Best rated",
  uses: "Most used",
  newest: "Newest",
  name: "Name",
};

export const ACCESS_LABELS: Record<Settings["access"], string> = {
  members: "Members only",
  public: "Public reading",
};

/** A part as the form itself calls it. */
export function shownText(draft: Partial<Draft>, part: Part): string {
  if (part === "access" && draft.access) return ACCESS_LABELS[draft.access];
  if (part === "defaultSort" && draft.defaultSort) return SORT_LABELS[draft.defaultSort];
  return textOf(draft, part);
}
