import type { Reason } from "@/lib/search/score";
import { markedText, type Piece, snippetOf } from "@/lib/search/snippet";
import type { Found } from "./search";
import type { SkillCard } from "./skill-card";

/** A card with what a search found it by; null when nothing was sought. */
export type FoundCard = SkillCard & {
  found: { reasons: Reason[]; score: number; place: number; snippet: Piece[]; description: Piece[] } | null;
};

/** @param text the beginning of the skill's text, of which the snippet is a piece */
export function shownAs(card: SkillCard, ranking: Found[] | null, text: string | null): FoundCard {
  const found = ranking?.find(({ id }) => id === card.id);
  if (!found) return { ...card, found: null };
  const { reasons, score, place } = found;
  const words = reasons.filter(({ how }) => how !== "meaning" && how !== "identity").map(({ matched }) => matched);
  const snippet = snippetOf(text ?? "", words);
  return { ...card, found: { reasons, score, place, snippet, description: markedText(card.description, words) } };
}
