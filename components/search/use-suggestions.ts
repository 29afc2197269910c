import { useEffect, useState } from "react";
import { fetchSuggestions, NOTHING, type Suggestions } from "./suggestions";

const TYPING_PAUSE_MS = 120;

/**
 * What the hall suggests for what is typed: asked when typing pauses, an older question given up. What was suggested stays until
 * the next answer is there, so that the list does not flicker.
 */
export function useSuggestions(typed: string): { found: Suggestions; isPending: boolean } {
  const [answer, setAnswer] = useState({ to: "", found: NOTHING });
  const words = typed.trim();

  useEffect(() => {
    if (words === "") {
      setAnswer({ to: "", found: NOTHING });
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const found = await fetchSuggestions(words, stop.signal);
      if (!stop.signal.aborted) setAnswer({ to: words, found });
    }, TYPING_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [words]);

  return { found: words === "" ? NOTHING : answer.found, isPending: answer.to !== words };
}
