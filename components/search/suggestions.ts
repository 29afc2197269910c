/** What the hall has that fits what was typed, as `/api/suggest` answers. */
export type Suggestions = {
  skills: { slug: string; name: string; description: string }[];
  /** Ways to finish what was typed, or its last word. */
  words: string[];
  people: { id: string; name: string }[];
};

export const NOTHING: Suggestions = { skills: [], words: [], people: [] };

/** Asks the hall. Whatever goes wrong is no suggestion: the search itself still works, and says more. */
export async function fetchSuggestions(typed: string, signal: AbortSignal): Promise<Suggestions> {
  try {
    const answer = await fetch(`/api/suggest?q=${encodeURIComponent(typed.slice(0, 200))}`, { signal });
    // Somebody who is signed out is shown the sign-in page, which is no answer.
    return answer.ok && !answer.redirected ? await answer.json() : NOTHING;
  } catch {
    return NOTHING;
  }
}

/** What was typed, with this word in place of the last one; a word that begins with all of it replaces all. */
export function completed(typed: string, word: string): string {
  const start = typed.trimStart();
  if (word.toLowerCase().startsWith(start.toLowerCase())) return word;
  return start.replace(/\S*$/, word);
}
