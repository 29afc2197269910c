import { useState } from "react";
import type { OptionGroup } from "./options";
import { forgetSearch, forgetSearches, recentSearches } from "./recent";
import { recentGroup } from "./suggested";

/** This browser's recent searches as a group of options, read when it is first shown. */
export function useRecent(): OptionGroup {
  const [recent, setRecent] = useState(() => recentSearches());
  const reread = () => setRecent(recentSearches());
  return recentGroup(
    recent,
    (search) => {
      forgetSearch(search);
      reread();
    },
    () => {
      forgetSearches();
      reread();
    },
  );
}
