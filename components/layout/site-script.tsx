"use client";

import { useEffect } from "react";
import { Finder, type FinderProps } from "../search/finder";
import { Toaster } from "../ui/feedback/toaster";
import { useRoutedLinks } from "./use-routed-links";
import { useSearchHotkey } from "./use-search-hotkey";
import { useSiteMenu } from "./use-site-menu";
import { useThemeChoice } from "./use-theme-choice";

/**
 * What a script does around every page: it listens, and the server draws. One island, because each is named in every page's
 * data, and what stands inside one is sent as its property.
 */
export function SiteScript({ finder }: { finder: FinderProps | null }) {
  useRoutedLinks();
  useSearchHotkey();
  useSiteMenu();
  useThemeChoice();
  useEffect(() => {
    // Whoever signs out of a closed hall leaves no searches behind for the next person at this browser.
    if (!finder) import("../search/recent").then(({ forgetSearches }) => forgetSearches());
  }, [finder]);
  return (
    <>
      {finder && <Finder {...finder} />}
      <Toaster />
    </>
  );
}
