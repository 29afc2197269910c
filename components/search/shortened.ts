import type { Part } from "@/lib/search/marked";
import { excerpt } from "../skills/excerpt";

const LENGTH = 160;

/** The beginning of a marked text: as much as an excerpt of it would show, cut where that would be. */
export function shortened(parts: Part[]): Part[] {
  const whole = parts.map(({ text }) => text).join("");
  const kept = excerpt(whole, LENGTH);
  const isCut = kept.endsWith("…") && !whole.startsWith(kept);
  let left = isCut ? kept.length - 1 : kept.length;
  const shown: Part[] = [];
  for (const { text, isMatch } of parts) {
    if (left <= 0) break;
    shown.push({ text: text.slice(0, left), isMatch });
    left -= text.length;
  }
  return isCut ? [...shown, { text: "…", isMatch: false }] : shown;
}
