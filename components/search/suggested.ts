import type { Option, OptionGroup } from "./options";
import { completed, type Suggestions } from "./suggestions";

const searchHref = (words: string): string => `/skills?q=${encodeURIComponent(words)}`;

/** What the hall suggests, in the order in which it is most often meant. */
export function suggestedGroups(typed: string, { skills, words, people }: Suggestions): OptionGroup[] {
  return [
    {
      title: "Skills",
      options: skills.map(({ slug, name, description }) => ({
        key: `skill ${slug}`,
        label: name,
        detail: description,
        icon: "skill",
        href: `/skills/${slug}`,
      })),
    },
    { title: "Search for", options: words.map((word) => searchOption(completed(typed, word))) },
    {
      title: "People",
      options: people.map(({ id, name }) => ({
        key: `person ${id}`,
        label: name,
        icon: "person",
        href: `/people/${id}`,
      })),
    },
  ];
}

export function searchOption(words: string): Option {
  return { key: `words ${words}`, label: words, icon: "words", href: searchHref(words) };
}

/** What was searched for before, each to be taken out by itself, and the last option to take out all. */
export function recentGroup(recent: string[], forget: (search: string) => void, forgetAll: () => void): OptionGroup {
  const searches = recent.map(
    (search): Option => ({
      key: `recent ${search}`,
      label: search,
      icon: "recent",
      href: searchHref(search),
      forget: () => forget(search),
    }),
  );
  const clear: Option = {
    key: "clear",
    label: "Clear recent searches",
    icon: "action",
    run: forgetAll,
    stays: true,
  };
  return { title: "Recent searches", options: searches.length > 0 ? [...searches, clear] : [] };
}
