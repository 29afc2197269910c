"use client";

import { Toaster } from "../ui/feedback/toaster";
import { useRoutedLinks } from "./use-routed-links";
import { useSearchHotkey } from "./use-search-hotkey";
import { useSiteMenu } from "./use-site-menu";
import { useThemeChoice } from "./use-theme-choice";

/**
 * What a script does around every page: it listens, and the server draws. One island, because each is named in every page's
 * data, and what stands inside one is sent as its property.
 */
export function SiteScript() {
  useRoutedLinks();
  useSearchHotkey();
  useSiteMenu();
  useThemeChoice();
  return <Toaster />;
}
