import { useState } from "react";
import type { OptionGroup } from "./options";
import { forgetSearch, forgetSearches, recentSearches } from "./recent";
import { recentGroup } from "./suggested";

/** This browser's recent searches as a group of options, as they were when last read. */
export function useRecent(): { recent: OptionGroup; reread: () => void } {
  const [searches, setSearches] = useState(() => recentSearches());
  const reread = () => setSearches(recentSearches());
  const recent = recentGroup(
    searches,
    (search) => {
      forgetSearch(search);
      reread();
    },
    () => {
      forgetSearches();
      reread();
    },
  );
  return { recent, reread };
}
