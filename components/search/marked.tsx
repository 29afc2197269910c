import type { ReactNode } from "react";
import { marked, type Part } from "@/lib/search/marked";

/** A text in which these words are marked, wherever and in whatever form they stand. */
export function Marked({ text, words }: { text: string; words: string[] }) {
  return asNodes(marked(text, words));
}

/** Parts as React nodes, so that nothing of a text can ever be markup. */
export function asNodes(parts: Part[]): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name than their place
  return parts.map(({ text, isMatch }, index) => (isMatch ? <mark key={index}>{text}</mark> : text));
}
